import type { Truth, Withheld } from '../engine/answers.ts';

/** The words of every page, the same in the drawn and in the plain mode. */
export const pageWords = {
  askEmpty: 'Press n if none of these apply, or Enter again to leave them unanswered.',
  askOthers: 'Press n if the others do not apply, or Enter again to leave them unanswered.',
  askRest: 'Leave the other lines as no? Enter = yes',
  askAllNo: 'No to all of these lines? n again = yes, any other key leaves them as they were.',
  askNumbers: 'Some lines have no number yet. Enter again leaves them unanswered.',
  askNumber: 'There is no number yet. Enter again leaves this unanswered.',
  askNothingChosen: 'Nothing is chosen. Enter again leaves this unanswered.',
  chooseFirst: 'Choose a line first: its number, or the arrows and Enter.',
  why: 'Why we ask:',
  anyKey: 'any key goes back to the list',
} as const;

/** A state in words. */
export const stateWords: { readonly [state in Truth | Withheld]: string } = {
  no: 'no',
  unsure: 'not sure',
  yes: 'yes',
  skipped: 'skipped',
  'rather-not-say': 'rather not say',
};

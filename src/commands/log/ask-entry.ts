import type { Context, PresentationWishes, Prompter } from '../../context.ts';
import { knowledgeTables } from '../../data/knowledge.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block } from '../../documents/document.ts';
import { emergencyLine } from '../../documents/emergency-line.ts';
import { shortAdvice } from '../../documents/last-advice.ts';
import type { Answers } from '../../engine/answers.ts';
import type { SignsAnswer } from '../../engine/log/saved-entry.ts';
import { renderDocument } from '../../render/render.ts';
import { promptQuestion } from '../diagnose/prompt-page.ts';
import { themeOf } from '../presentation.ts';
import type { GivenEntry } from './log-flags.ts';
import { shortForm } from './signs.ts';

export interface AskView {
  readonly ctx: Context;
  readonly prompter: Prompter;
  readonly wishes: PresentationWishes;
  readonly contact: Contact;
  /** What must be said before the first key. */
  readonly advice: readonly Block[];
}

/** "n none" is a key of its own; Enter is no answer. */
const signsLine =
  'Anything new or worrying: numb round your bottom, trouble peeing, a weak leg or both legs, chest pain, short of breath, faint, sudden terrible headache, fever, a big fall, very ill, black poo?';

/** Three keys: usual pain, worst pain, and one line of danger signs. */
export async function askEntry(view: AskView): Promise<GivenEntry> {
  const { ctx, prompter, wishes, contact, advice } = view;
  const document = { title: 'How is it?', blocks: [emergencyLine(contact), ...shortAdvice(advice)] };
  const theme = themeOf(ctx, wishes, 'error');
  const text = await renderDocument(document, { format: 'text', theme });
  const usual = await askRating(prompter, 'Usual pain since the last entry?', 0, text);
  const worst =
    usual === worstRating ? usual : await askRating(prompter, `Usual ${usual}. And the worst?`, usual);
  const signs = await prompter.choose({
    message: signsLine,
    choices: [
      { key: 'n', value: 'none', label: 'none of these' },
      { key: 's', value: 'some', label: 'something like that' },
    ],
  });
  if (signs === 'none') return { body: { usual, worst, signs }, about: undefined, signs: {} };
  const form = await askShortForm(prompter, contact);
  // No line of it named what worries this person: that is not none.
  const said = form.is === 'none' ? 'some' : form.is;
  return { body: { usual, worst, signs: said }, about: undefined, signs: form.signs };
}

/** The short form of the danger signs as it was answered. */
export interface ShortForm {
  readonly is: SignsAnswer;
  /** What was answered yes or not sure. */
  readonly signs: Answers;
}

/** The short form of the danger signs, page by page. */
export async function askShortForm(prompter: Prompter, contact: Contact): Promise<ShortForm> {
  const questions = shortForm();
  const nerves = knowledgeTables.blocks
    .map((block) => ({ ...block, questions: questions.filter((question) => question.block === block.id) }))
    .filter((page) => page.questions.length > 0 && page.questions[0]?.screen === 'screen-nerves');
  const others = questions.filter(({ screen }) => screen !== 'screen-nerves');
  const pages = [...nerves, { title: 'The rest', stem: 'Any of this?', questions: others }];
  let answers: Answers = {};
  for (let place = 0; place < pages.length; ) {
    const page = pages[place];
    if (page === undefined) break;
    const reply = await prompter.page({
      emergencyLine: contact.line,
      title: page.title,
      progress: `${place + 1} of ${pages.length}`,
      ...(page.stem === undefined ? {} : { stem: page.stem }),
      questions: page.questions.map((question) => promptQuestion(question, answers)),
      canGoBack: place > 0,
    });
    if (reply.kind === 'answered') answers = { ...answers, ...reply.answers };
    place += reply.kind === 'back' ? -1 : 1;
  }
  const signs = Object.fromEntries(
    Object.entries(answers).filter(([, answer]) => answer === 'yes' || answer === 'unsure'),
  );
  const isNone = questions.every(({ id }) => answers[id] === 'no');
  return { is: Object.keys(signs).length > 0 ? 'some' : isNone ? 'none' : 'not-answered', signs };
}

/** It has no key of its own digit. */
const worstRating = 10;
const words: { readonly [rating: number]: string } = {
  0: 'no pain',
  2: 'mild',
  5: 'middling',
  8: 'very strong',
  10: 'the worst you can think of',
};

async function askRating(prompter: Prompter, message: string, from: number, text?: string): Promise<number> {
  const ratings = Array.from({ length: worstRating - from + 1 }, (_, index) => from + index);
  const chosen = await prompter.choose({
    ...(text === undefined ? {} : { text }),
    message,
    choices: ratings.map((rating) => ({
      key: rating === worstRating ? 't' : String(rating),
      value: String(rating),
      label: rating === worstRating ? `10, ${words[worstRating]}` : (words[rating] ?? ''),
    })),
  });
  return Number(chosen);
}

import type { SignpostId } from '../../data/stress-schema.ts';
import type { Answers } from '../answers.ts';

/** Stress from here on is as high as it gets, 0 to 10. */
export const veryStressed = 9;

export type Gate =
  /** Help first: no question more, no advice, no plan. */
  | { readonly kind: 'crisis' }
  /** The plan may go on, after these. */
  | { readonly kind: 'open'; readonly signposts: readonly SignpostId[] };

/**
 * Who is helped first, and who is shown where help is. Not sure counts as yes; what was kept back shows the lines and
 * stops nothing.
 */
export function wellbeingGate(answers: Answers): Gate {
  if (isYesOrUnsure(answers['self-harm'])) return { kind: 'crisis' };
  const { 'stress-now': stress, 'low-mood': mood, 'afraid-at-home': afraid } = answers;
  const isVeryStressed = typeof stress === 'number' && stress >= veryStressed;
  const signposts: readonly (SignpostId | false)[] = [
    (isYesOrUnsure(afraid) || afraid === 'rather-not-say') && 'not-safe',
    isYesOrUnsure(mood) && 'low-mood',
    isVeryStressed && answers['stress-sleep'] === 'poor' && 'very-stressed',
    [mood, answers['self-harm']].includes('rather-not-say') && 'kept-private',
  ];
  return { kind: 'open', signposts: signposts.filter((signpost) => signpost !== false) };
}

/** Words of the languages that are spoken around most keyboards. Not exact on purpose: a line too many harms nobody. */
const words = [
  /\bsuicid/,
  /\bkill(ing)? (myself|me)\b/,
  /\bend(ing)? (it all|it|my life)\b/,
  /\bself[- ]?harm/,
  /\b(hurt|harm|cut)(ing|ting)? myself\b/,
  /\b(not|don'?t|do not|no longer) want(ing)? to (live|be alive|be here|wake up)\b/,
  /\bwant(ing)? to die\b|\bbetter off dead\b|\bno reason to live\b|\bwish i (was|were) dead\b/,
  /\btak(e|ing) my (own )?life\b/,
  /\b(kill|murder) (him|her|them|someone|somebody|my)\b/,
  // German, French, Spanish, Italian, Portuguese, Dutch.
  /\b(selbstmord|suizid|umbringen|nicht mehr leben|sterben will|will sterben)/,
  /\b(me tuer|me suicider|envie de mourir|plus envie de vivre|en finir)\b/,
  /\b(matarme|suicidarme|quiero morir|no quiero vivir)\b/,
  /\b(uccidermi|ammazzarmi|voglio morire|non voglio vivere)\b/,
  /\b(me matar|quero morrer|nao quero viver)\b/,
  /\b(zelfmoord|mezelf doden|wil dood|niet meer leven)\b/,
  // Polish, Turkish, Russian, Arabic, Hindi, Chinese, Japanese, Korean.
  /samoboj|intihar|самоуб|покончить с собой|انتحار|आत्महत्या|自杀|自殺|想死|死にたい|자살/,
];

/** Whether the lines of help are shown beside the screen. It decides nothing else, and nobody is told why. */
export function crisisWords(text: string): boolean {
  const typed = text.normalize('NFC').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').toLowerCase();
  // Accents are often left out; in some scripts they are letters, so the text is read both ways.
  const bare = typed.normalize('NFKD').replace(/\p{Mark}/gu, '');
  return words.some((pattern) => pattern.test(typed) || pattern.test(bare));
}

function isYesOrUnsure(answer: Answers[string] | undefined): boolean {
  return answer === 'yes' || answer === 'unsure';
}

import type { SignpostId } from '../../data/stress-schema.ts';
import type { Answers } from '../answers.ts';
import { accident } from './accident.ts';

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

/** Whoever a person may want to hurt. "My inbox" is nobody. */
const somebody =
  '(him|her|them|someone|somebody|everyone|everybody|people|my (wife|husband|partner|boyfriend|girlfriend|ex|boss|mother|mum|mom|father|dad|parents|sister|brother|son|daughter|kids?|child|children|baby|family|neighbou?r|colleagues?))';

interface Words {
  /** Letters of which one stands in whatever the pattern finds: to wake all patterns takes two milliseconds. */
  readonly needs: readonly string[];
  readonly pattern?: RegExp;
}

/** Words of the languages that are spoken around most keyboards. Not exact on purpose: a line too many harms nobody. */
const words: readonly Words[] = [
  { needs: ['suicid', 'unaliv'], pattern: /\bsuicid|\bunaliv/ },
  // A back "is killing" many: that is not meant here.
  { needs: ['kill'], pattern: /\bkill(ing|ed)? myself\b|\bkill me\b/ },
  {
    needs: ['end it', 'ending it', 'end my', 'ending my'],
    pattern: /\bend(ing)? (it all|it|my life|my own life)\b/,
  },
  { needs: ['harm'], pattern: /\bself[-_ ]?harm/ },
  {
    needs: ['myself', 'overdos'],
    pattern: /\b(harm|cut|injure|hang|shoot|drown|poison|stab)(ing|ting|ning|bing)? myself\b|\boverdos/,
  },
  {
    needs: ['hurt myself', 'hurting myself'],
    pattern: new RegExp(`^(?!${accident}$).*\\bhurt(ing)? myself\\b`),
  },
  { needs: ['throw', 'jump'], pattern: /\b(throw(ing)? myself|jump(ing)?) (off|under|in front of|from)\b/ },
  {
    needs: ['live', 'be here', 'be around', 'wake up', 'exist', 'living', 'carry on'],
    pattern:
      /\b(not|don'?t|do not|no longer|never)( really)? (want(ing)? to|wanna|wish to) (live|be alive|be here|be around|wake up|exist|keep living|carry on|go on living)\b/,
  },
  {
    needs: ['go on'],
    pattern:
      /\b(not|don'?t|do not|no longer)( really)? (want(ing)? to|wanna) go on( any ?more| like this|$|[.,;!?])/,
  },
  {
    needs: ['go on', 'carry on', 'keep going'],
    pattern:
      /\bcan( ?no|'?)t (go on|carry on|keep going)(?! (the|a|an|my|holiday|trips?|walks?|mon|tues|wednes|thurs|fri|satur|sun))/,
  },
  {
    needs: ['die', 'dead'],
    pattern: /\b(want(ing|ed)?( to)?|wanna|going to|gonna|like to|rather|ready to|let me) (die|be dead)\b/,
  },
  {
    needs: ['dead', 'without me', 'never been born'],
    pattern:
      /\bbetter off (dead|without me)\b|\bbetter without me\b|\bwish i (was|were|had) (dead|never been born)\b/,
  },
  {
    needs: [' liv'],
    pattern: /\b(no reason|nothing|no point|tired|sick|not worth|isn'?t worth)( in| of| to)? liv(e|ing)\b/,
  },
  { needs: ['life'], pattern: /\bt(ake|aking|ook) my (own )?life\b/ },
  {
    needs: ['kill', 'murder', 'strangle', 'stab', 'hurt', 'harm'],
    pattern: new RegExp(`\\b(kill|murder|strangle|stab|hurt|harm)(l?ing|bing)? ${somebody}\\b`),
  },
  // German, French, Spanish, Italian, Portuguese, Dutch.
  {
    needs: ['selbstmord', 'suizid', 'umbringen', 'nicht mehr leben', 'sterben'],
    pattern: /\b(selbstmord|suizid|umbringen|nicht mehr leben|sterben will|will sterben)/,
  },
  { needs: ['mochte sterben', 'mich toten'], pattern: /\b(mochte sterben|mich toten)\b/ },
  {
    needs: ['me tuer', 'me suicider', 'mourir', 'vivre', 'en finir'],
    pattern: /\b(me tuer|me suicider|(envie de|veux) mourir|plus (envie de )?vivre|en finir)\b/,
  },
  {
    needs: ['matarme', 'suicidarme', 'quiero', 'quitarme'],
    pattern: /\b(matarme|suicidarme|quiero morir|no quiero (seguir )?viv|quitarme la vida)/,
  },
  {
    needs: ['uccidermi', 'ammazzarmi', 'voglio'],
    pattern: /\b(uccidermi|ammazzarmi|voglio morire|non voglio vivere)\b/,
  },
  { needs: ['me matar', 'morrer', 'viver'], pattern: /\b(me matar|quero morrer|nao quero viver)\b/ },
  {
    needs: ['zelfmoord', 'mezelf doden', 'wil dood', 'niet meer leven'],
    pattern: /\b(zelfmoord|mezelf doden|wil dood|niet meer leven)\b/,
  },
  // Polish, Turkish, Russian, Arabic, Hindi, Chinese, Japanese, Korean: found by the letters alone.
  ...[
    'samoboj',
    'intihar',
    'самоуб',
    'покончить с собой',
    'انتحار',
    'आत्महत्या',
    '自杀',
    '自殺',
    '想死',
    '死にたい',
    '자살',
  ].map((letters): Words => ({ needs: [letters] })),
];

/** Whether these words may be about dying, or hurting oneself or others. Nobody is told that they were. */
export function crisisWords(text: string): boolean {
  const readings = isPlain.test(text) ? readingsOfPlain(text) : readingsOf(text);
  return words.some((each) => readings.some((reading) => isIn(reading, each)));
}

function isIn(reading: string, { needs, pattern }: Words): boolean {
  return needs.some((letters) => reading.includes(letters)) && (pattern?.test(reading) ?? true);
}

/** The letters of a plain keyboard. Most texts have no others, and the tables of Unicode take a while to wake. */
const isPlain = /^[\t\n\r -~]*$/;

function readingsOfPlain(text: string): readonly string[] {
  const typed = text.replaceAll('`', "'").replace(/\s+/g, ' ').toLowerCase().trim();
  return [typed, typed.replace(/[^a-z0-9']+/g, ' ').trim()];
}

function readingsOf(text: string): readonly string[] {
  const typed = text
    .normalize('NFC')
    .replace(/\p{Format}/gu, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[\s\p{Control}]+/gu, ' ')
    .toLowerCase()
    .trim();
  // Accents are often left out; in some scripts they are letters, so the text is read both ways.
  const bare = typed.normalize('NFKD').replace(/\p{Mark}/gu, '');
  // Words may also stand as a name: want-to-die.
  return [typed, bare, bare.replace(/[^\p{Letter}\p{Number}']+/gu, ' ').trim()];
}

function isYesOrUnsure(answer: Answers[string] | undefined): boolean {
  return answer === 'yes' || answer === 'unsure';
}

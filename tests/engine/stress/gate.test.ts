import { describe, expect, it } from 'vitest';
import { stressTables } from '../../../src/data/stress-tables.ts';
import type { Answers } from '../../../src/engine/answers.ts';
import { evaluationPages, evaluationQuestions } from '../../../src/engine/stress/evaluation-pages.ts';
import { crisisWords, wellbeingGate } from '../../../src/engine/stress/gate.ts';
import { overloaded } from './people.ts';

describe('the gate', () => {
  it.each<[name: string, answers: Answers, gate: string]>([
    ['nothing answered', {}, 'open'],
    ['all well', { 'low-mood': 'no', 'stress-now': 4 }, 'open'],
    ['thoughts of self-harm', { 'self-harm': 'yes' }, 'crisis'],
    ['not sure of them', { 'self-harm': 'unsure' }, 'crisis'],
    ['kept back', { 'self-harm': 'rather-not-say' }, 'open kept-private'],
    ['low mood', { 'low-mood': 'yes' }, 'open low-mood'],
    ['not sure of low mood', { 'low-mood': 'unsure' }, 'open low-mood'],
    ['mood kept back', { 'low-mood': 'rather-not-say' }, 'open kept-private'],
    ['as stressed as can be, poor sleep', { 'stress-now': 9, 'stress-sleep': 'poor' }, 'open very-stressed'],
    ['as stressed as can be, fair sleep', { 'stress-now': 10, 'stress-sleep': 'fair' }, 'open'],
    ['stressed, poor sleep', { 'stress-now': 8, 'stress-sleep': 'poor' }, 'open'],
    ['afraid', { 'afraid-at-home': 'yes' }, 'open not-safe'],
    ['rather not say whether afraid', { 'afraid-at-home': 'rather-not-say' }, 'open not-safe'],
    [
      'several: being safe first',
      { 'afraid-at-home': 'unsure', 'low-mood': 'yes', 'stress-now': 9, 'stress-sleep': 'poor' },
      'open not-safe low-mood very-stressed',
    ],
  ])('%s', (_name, answers, expected) => {
    const gate = wellbeingGate(answers);
    expect([gate.kind, ...(gate.kind === 'open' ? gate.signposts : [])].join(' ')).toBe(expected);
  });
});

describe('words that bring the lines of help', () => {
  it.each([
    'I want to kill myself',
    "i don't want to live any more",
    'I don’t  want to\nlive',
    'better off dead',
    'thinking of SUICIDE',
    'end it all',
    'self-harm again',
    'I could hurt myself',
    'ich will nicht mehr leben',
    'Selbstmord',
    'J’ai envie de mourir',
    'quiero morir',
    'não quero viver',
    'voglio morire',
    'I will kill him',
    'i wish I was dead',
    'taking my own life',
    'samobójstwo',
    'не хочу, думаю о самоубийстве',
    'покончить с собой',
    'आत्महत्या',
    '死にたい',
    '자살',
    '想死',
    'intihar',
    "I don't want to go on living",
    "I don't want to go on",
    'wanna die',
    "can't go on",
    'I cannot go on like this',
    "don't want to exist",
    'want-to-die',
    'w\u200bant to die',
    'want\tto die',
    'no point in living',
    'everyone is better off without me',
    'I will hurt my wife',
    'hang myself',
    'please kill me',
    'I want to hurt myself',
    'I hurt myself when I am alone',
    'throw myself under a train',
    'Ich möchte sterben',
    'je veux mourir',
    'no quiero seguir viviendo',
  ])('%s', (text) => {
    expect(crisisWords(text)).toBe(true);
  });

  /** Every beginning with every end. */
  const said = (beginnings: string, ends: string) =>
    beginnings.split('|').flatMap((begin) => ends.split('|').map((end) => `${begin} ${end}`.trim()));

  it.each([
    ...said('suicide|suicidal|unalive|self harm|self-harm|selfharm|overdose', ''),
    ...said('kill|killing|killed|harm|cutting|injure|hang|shoot|drown|poison|stabbing|hurt', 'myself'),
    ...said('end|ending', 'it all|it|my life|my own life'),
    ...said('throw myself|throwing myself|jump|jumping', 'off a roof|under it|in front of a car|from there'),
    ...said(
      "I don't want to|I do not wish to|I no longer want to|never wanna",
      'live|be alive|be here|be around|wake up|exist|keep living|carry on|go on living',
    ),
    ...said("I don't want to go on|can't go on|cannot carry on|can't keep going", '|like this'),
    ...said('want to|wanna|going to|gonna|like to|rather|ready to|let me', 'die|be dead'),
    ...said('better off', 'dead|without me'),
    ...said('better', 'without me'),
    ...said('wish I was|wish I were|wish I had', 'dead|never been born'),
    ...said('no reason to|nothing to|no point in|tired of|sick of|not worth|isn’t worth', 'live|living'),
    ...said('take|taking|took', 'my life|my own life'),
    ...said('kill|murder|strangle|stab|hurt|harm', 'him|her|somebody|my mother|my neighbour'),
    ...said('umbringen|nicht mehr leben|sterben will|will sterben|Suizid|möchte sterben|mich töten', ''),
    ...said('me tuer|me suicider|veux mourir|plus vivre|plus envie de vivre|en finir', ''),
    ...said('matarme|suicidarme|no quiero vivir|quitarme la vida', ''),
    ...said('uccidermi|ammazzarmi|non voglio vivere|me matar|quero morrer', ''),
    ...said('zelfmoord|mezelf doden|wil dood|niet meer leven|انتحار|自杀|自殺', ''),
  ])('%s', (text) => {
    expect(crisisWords(text)).toBe(true);
  });

  it.each([
    'I walk for ten minutes',
    'kill the alerts on my phone',
    'end the meeting at five',
    'live a little',
    'cut the grass myself at noon',
    'no more late coffee',
    'I kill my inbox for 5 minutes',
    'hurt my knee less',
    'I do not want to go on a diet',
    "I can't go on Mondays",
    'no screen after nine',
    'my back is killing me',
    'I hurt myself lifting a box',
    'hurt myself again at the gym',
    '',
  ])('not: %s', (text) => {
    expect(crisisWords(text)).toBe(false);
  });
});

describe('hurt myself', () => {
  it.each([
    ['a plan for the night', 'I want to hurt myself at night'],
    ['a plan for the bath', 'I want to hurt myself in the bath'],
    ['a thought', 'thinking of hurting myself at night'],
    ['a thought of then', 'I think about how I hurt myself at work'],
    ['at night', 'I hurt myself at night'],
    ['in the bath', 'hurt myself in the bath'],
    ['cutting', 'hurting myself cutting'],
    ['cutting, in the past', 'I hurt myself cutting'],
    ['burning', 'hurt myself burning'],
    ['using', 'hurt myself again using a knife'],
    ['drinking', 'I hurt myself drinking'],
    ['taking', 'hurt myself taking pills'],
    ['something', 'hurt myself something bad'],
    ['everything', 'hurt myself everything considered'],
    ['on purpose', 'I hurt myself lifting on purpose'],
    ['on purpose, said first', 'on purpose I hurt myself running'],
    ['a wish, with what would be an accident', 'I want to hurt myself lifting'],
    ['a plan', 'going to hurt myself at work'],
    ['a plan, in short', 'gonna hurt myself falling'],
    ['again and again', 'I keep hurt myself at work'],
    ['an urge', 'I have the urge to hurt myself at the gym'],
    ['liking', "I'd like to hurt myself running"],
    ['trying', 'I try to hurt myself falling'],
    ['not past', 'hurting myself running'],
    ['may be', 'I could hurt myself at work'],
    ['another word after it', 'I hurt myself running a blade over my arm'],
    ['traffic', 'hurt myself running into traffic'],
    ['a bridge', 'I hurt myself falling off a bridge'],
    ['fire', 'hurt myself playing with fire'],
    ['why', 'hurt myself at work because I deserve it'],
    ['alone', 'I hurt myself when I am alone'],
    ['twice, once plainly', 'hurt myself lifting, I hurt myself at night'],
    ['plainly, then not', 'I hurt myself lifting. I want to hurt myself'],
    ['a wish, then a stop', 'I want to. Hurt myself at work.'],
    ['by a name', 'want-to-hurt-myself-at-work'],
    ['nothing more', 'I hurt myself'],
    ['long, and read at once', `hurt myself lifting${' badly, a'.repeat(60)} way`],
  ])('may be no accident: %s', (_name, text) => {
    expect(crisisWords(text)).toBe(true);
  });

  it.each([
    ['lifting', 'I hurt myself lifting a box'],
    ['bending', 'hurt myself bending'],
    ['running', "I've hurt myself running."],
    ['playing', 'hurt myself playing football with my son yesterday'],
    ['falling', 'I hurt myself falling down the stairs'],
    ['moving', 'Yesterday I hurt myself moving furniture!'],
    ['carrying', 'hurt myself badly carrying a heavy suitcase'],
    ['gardening', 'I hurt myself while gardening'],
    ['shovelling', 'hurt myself shovelling snow two days ago'],
    ['at work', 'Hurt myself at work, lifting a crate'],
    ['at the gym', 'hurt myself again at the gym'],
    ['a fall', 'I hurt myself when I fell on the ice'],
    ['with dashes', 'hurt-myself-lifting'],
  ])('a plain accident: %s', (_name, text) => {
    expect(crisisWords(text)).toBe(false);
  });
});

const pagesOf = (answers: Answers) => evaluationPages(stressTables, answers).map(({ id }) => id);
const asked = (answers: Answers, page: string) =>
  evaluationPages(stressTables, answers).find(({ id }) => id === page)?.questions ?? [];

describe('the pages', () => {
  it.each<[name: string, answers: Answers, pages: string]>([
    ['at the start', {}, 'wellbeing stressors what-helps'],
    ['with low mood', { 'low-mood': 'yes' }, 'wellbeing self-harm stressors what-helps'],
    ['with mood kept back', { 'low-mood': 'rather-not-say' }, 'wellbeing self-harm stressors what-helps'],
    ['with stress of nine', { 'stress-now': 9 }, 'wellbeing self-harm stressors what-helps'],
    [
      'in a crisis nothing more is asked',
      { 'low-mood': 'yes', 'self-harm': 'yes', stressors: ['money'] },
      'wellbeing self-harm',
    ],
    ['none ticked', { stressors: ['none'] }, 'wellbeing stressors what-helps'],
    ['two ticked', { stressors: ['money', 'noise'] }, 'wellbeing stressors weight what-helps'],
    [
      'two ticked and weighed',
      { stressors: ['money', 'noise'], 'weight-money': 'a-lot', 'weight-noise': 'a-little' },
      'wellbeing stressors weight change what-helps',
    ],
    [
      'four ticked',
      { stressors: ['money', 'noise', 'drive', 'loss'] },
      'wellbeing stressors heaviest what-helps',
    ],
    [
      'tension, not weighed yet',
      { stressors: ['conflict'] },
      'wellbeing stressors weight safe-at-home what-helps',
    ],
    [
      'tension that weighs little',
      { stressors: ['conflict'], 'weight-conflict': 'a-little' },
      'wellbeing stressors weight what-helps',
    ],
    [
      'tension among many, not one of the heaviest',
      { stressors: ['conflict', 'money', 'noise', 'drive'], heaviest: ['money', 'noise', 'drive'] },
      'wellbeing stressors heaviest weight safe-at-home what-helps',
    ],
  ])('%s', (_name, answers, pages) => {
    expect(pagesOf(answers).join(' ')).toBe(pages);
  });

  it('ask how much for what was ticked, and what could change for what weighs', () => {
    expect(asked(overloaded, 'weight').map(({ id, ask }) => `${id}: ${ask}`)).toEqual([
      'weight-workload: How much did too much work or study weigh on you in the last two weeks?',
      'weight-work-control: How much did having little say at work weigh on you in the last two weeks?',
      'weight-drive: How much did your own high standards weigh on you in the last two weeks?',
    ]);
    expect(asked(overloaded, 'change').map(({ id }) => id)).toEqual([
      'change-workload',
      'change-work-control',
    ]);
  });

  it('list the stressors, and of four ticked ones those four', () => {
    expect(asked({}, 'stressors')[0]?.options).toHaveLength(17);
    const four = { stressors: ['money', 'noise', 'drive', 'loss'] };
    expect(asked(four, 'heaviest')[0]?.options?.map(({ id }) => id)).toEqual([
      'money',
      'loss',
      'noise',
      'drive',
    ]);
  });

  it('are made of questions that a file can answer too', () => {
    const known = new Set(evaluationQuestions(stressTables).map(({ id }) => id));
    const four: Answers = {
      'stress-now': 9,
      stressors: ['conflict', 'noise', 'drive', 'loss'],
      heaviest: ['conflict', 'noise', 'drive'],
      'weight-noise': 'a-lot',
    };
    for (const answers of [{}, overloaded, four])
      for (const page of evaluationPages(stressTables, answers))
        for (const { id } of page.questions) expect(known).toContain(id);
    expect(known.size).toBe(12 + 2 * 16);
  });
});

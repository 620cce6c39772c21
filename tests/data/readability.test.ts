import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mostSchoolYears, schoolYears } from './checks/readability.ts';
import { allSaid, isHard, saidIn } from './checks/said-sentences.ts';

const said = allSaid(fileURLToPath(new URL('../../src', import.meta.url)));

/**
 * Texts that may be harder, by their first words, each for a reason. One that is not needed any more must leave.
 */
const allowed: readonly (readonly [why: string, beginnings: readonly string[]])[] = [
  [
    'illnesses, medicines and helpers have the names that people were told',
    [
      'Do you take blood thinners',
      'Does a parent, brother, sister or child have ankylosing spondylitis',
      'Have you been told that you have a spondylolisthesis',
      'Have you been told that you have a swollen main artery',
      'Have you been told that you have ankylosing spondylitis',
      'Have you had any other cancer',
      'If you have taken anti-inflammatory tablets',
      'Is your immune system weak',
      'Quick or slow hand moves on the joints',
      'You can ask a clinician about physiotherapy',
    ],
  ],
  [
    'a danger sign is asked as the rules need it: what counts, and what does not',
    [
      'Did it hit all at once as a ripping',
      'Do you have only one working kidney',
      'Do you smoke',
      'Have you had a back operation',
      'Have you newly lost control of your pee',
      'In the last 4 weeks an operation',
      'Is a leg getting weaker by the hour',
      'Is there a new lump',
      'Is your jaw locked',
      'Is your pee the colour of cola',
      'Pregnant, or you might be',
    ],
  ],
  [
    'the safety copy is a list of signs, and a change of it is a change of the rules',
    [
      'Ask a pharmacist or doctor which painkiller is safe for you, and read the leaflet. This',
      'Book a visit if it gets worse after a week or two',
      'Put a cloth between your skin and the pack, keep it',
      'See someone within a day if you get a fever',
      'Stop if pain shoots further down',
      'This matters even more in pregnancy',
      'Your answers stay on this computer unless you copy them',
    ],
  ],
];

const beginnings = allowed.flatMap(([, texts]) => texts);
const isAllowed = (text: string) => beginnings.some((beginning) => text.startsWith(beginning));

describe('every sentence that the program can say', () => {
  it(`is read after ${mostSchoolYears} years of school`, () => {
    const hard = said.filter((each) => isHard(each) && !isAllowed(each.text));
    expect(
      hard.map(({ file, line, text }) => `${file}:${line} ${schoolYears(text).toFixed(1)} ${text}`),
    ).toEqual([]);
  });

  it('that may be harder still is, and each is meant by one beginning', () => {
    const hard = said.filter(isHard).map(({ text }) => text);
    expect(beginnings.filter((beginning) => !hard.some((text) => text.startsWith(beginning)))).toEqual([]);
    expect(beginnings.filter((beginning, place) => beginnings.indexOf(beginning) !== place)).toEqual([]);
  });

  it('is found: in tables, documents and commands', () => {
    const folders = new Set(said.map(({ file }) => file.split(/[/\\]/)[0]));
    expect([...folders]).toEqual(
      expect.arrayContaining(['data', 'documents', 'commands', 'engine', 'terminal', 'store']),
    );
    expect(said.length).toBeGreaterThan(2000);
  });
});

describe('what counts as said', () => {
  const texts = (source: string) => saidIn('some.ts', source).map(({ text }) => text);

  it.each([
    ['a literal', "const a = 'Walk for a while.';", ['Walk for a while.']],
    ['a question', 'const a = "Did it help you?";', ['Did it help you?']],
    ['a template', 'const a = `Walk for a while.`;', ['Walk for a while.']],
    ['a template with a hole', `const a = \`Walk for \${n} minutes.\`;`, ['Walk for it minutes.']],
    ['a text inside a template', `const a = \`x\${yes ? 'Go on like that.' : ''}\`;`, ['Go on like that.']],
    ['a text over two lines', 'const a = `Walk for\n  a while.`;', ['Walk for a while.']],
    ['a comment is not', '// Walk for a while.\n', []],
    ['a name is not', "import { a } from './walk.ts';", []],
    ['a label is not', "const a = 'Walking';", []],
  ])('%s', (_name, source, expected) => {
    expect(texts(source)).toEqual(expected);
  });

  it.each([
    [
      'Contraindications necessitate individualised multidisciplinary supervision for practically everybody.',
      true,
    ],
    ['Walk for ten minutes after lunch, and leave your phone at home.', false],
    ['Guidelines disagree.', false],
    ['Otorhinolaryngological advice helps.', true],
  ])('%s', (text, hard) => {
    expect(isHard({ text })).toBe(hard);
  });
});

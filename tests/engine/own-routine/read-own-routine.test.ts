import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { problemsIn, reading, routineIn } from './plans.ts';

const project = (path: string) => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)));

describe('what is no plan is refused with its place', () => {
  const bytes = (...parts: readonly (string | readonly number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

  test.each([
    [
      '10,000 lines',
      '- Bridge: 8 times\n'.repeat(10_000),
      501,
      'the file has 10,000 lines, and a plan may have 500',
    ],
    ['one line too many', 'x\n'.repeat(501), 501, 'the file has 501 lines'],
    [
      'too many bytes',
      `# P\n${'é'.repeat(33_000)}`,
      2,
      'the file has 66,004 bytes, and a plan may have 64,000',
    ],
    ['bytes that are no UTF-8', bytes('# P\n- Bri', [0xff], 'dge\n'), 2, 'this is not UTF-8 text'],
    ['UTF-16', bytes([0xff, 0xfe, 0x23, 0x00]), 1, 'this is not UTF-8 text'],
    ['a character cut in two', bytes('# P\n\n- Bridge ', [0xc3]), 3, 'this is not UTF-8 text'],
    ['a NUL', '# P\n- Bridge\u0000', 2, 'there is a NUL character'],
    ['a colour code', '# P\n\n- \u001b[31mBridge', 3, 'there is an escape sequence'],
    ['a bell', '# P\u0007\n- Bridge', 1, 'there is a control character (U+0007)'],
    ['a page break', '# P\n\f- Bridge', 2, 'there is a control character (U+000C)'],
    ['text that turns round', '# P\n- \u202eegdirB', 2, 'there is a control character (U+202E)'],
    ['nothing', '', 1, 'there is no exercise in it'],
    ['only words', '# P\n\nGo for a walk.\n', 1, 'there is no exercise in it'],
    ['an endless title', `\n# ${'long '.repeat(30)}\n- Bridge`, 2, 'is too long'],
    ['a day that is none', '# P\nUntil: 2027-02-30\n- Bridge', 2, '"2027-02-30" is no day'],
    ['a month that is none', '# P\nUntil: 2027-13-01\n- Bridge', 2, '"2027-13-01" is no day'],
  ])('%s', (_name, content, line, message) => {
    const [problem] = problemsIn(content);
    expect(problem?.message).toContain(message);
    expect(problem?.line).toBe(line);
  });

  test('the limits themselves are kept', () => {
    expect(routineIn(`# P\n- Bridge${'\n'.repeat(499)}`).steps).toHaveLength(1);
    expect(routineIn(`# P\n- Bridge\n  ${'x'.repeat(64_000 - 15)}`).steps).toHaveLength(1);
  });

  test('40 exercises, and no more', () => {
    const plan = (count: number) => `# P\n${'- Bridge: 8 times\n'.repeat(count)}`;
    expect(routineIn(plan(40)).steps).toHaveLength(40);
    expect(problemsIn(plan(41))).toEqual([
      { line: 42, message: 'the plan has 41 exercises, and may have 40', expected: 'a shorter plan' },
    ]);
  });

  test('the place of a character in its line', () => {
    expect(problemsIn('# P\r\nab\u0007c\u0007')).toMatchObject([
      { line: 2, column: 3 },
      { line: 2, column: 5 },
    ]);
  });
});

describe('the id', () => {
  test.each([
    ['small letters and hyphens', 'Plan for my BACK!', 'plan-for-my-back'],
    ['without marks', 'Übungen für Zoë', 'ubungen-fur-zoe'],
    ['without apostrophes', "Anna's plan", 'annas-plan'],
    ['in another script', 'План', 'own-routine'],
    ['not longer than it need be', 'very '.repeat(19), `${'very-'.repeat(11)}very`],
  ])('%s', (_name, name, id) => {
    expect(routineIn(`# ${name}\n- Bridge`).id).toBe(id);
  });

  test('one that is taken gets a number', () => {
    expect(routineIn('# Desk break\n- Bridge', 'x.md', ['desk-break', 'desk-break-2']).id).toBe(
      'desk-break-3',
    );
  });

  test('the id of an exercise is taken: one word must not mean two things', () => {
    expect(routineIn('# Bird dog\n- Bridge').id).toBe('bird-dog-2');
  });
});

describe('the file is kept as it came', () => {
  test.each([
    ['lines of Windows', '# P\r\n- Bridge\r\n'],
    ['a byte order mark and no last line end', '\ufeff# P\n- Bridge'],
    ['spaces, tabs and letters of many scripts', '# P \t\n\n- Bridge  --  Zoë, Ωmega, 背中  \n\n\n'],
  ])('%s', (_name, text) => {
    const bytes = new TextEncoder().encode(text);
    const routine = routineIn(bytes);
    expect(new TextEncoder().encode(routine.raw)).toEqual(bytes);
    // As the record gives it back.
    expect(routineIn(JSON.parse(JSON.stringify(routine.raw)))).toEqual(routine);
  });
});

describe('the examples', () => {
  const page = project('docs/own-routines.md').toString();
  const blockOf = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];

  test.each([
    ['md', 'markdown', 6],
    ['json', 'json', 6],
  ])('examples/physio-plan.%s reads, and is the one of the page', (ending, language, steps) => {
    const file = project(`examples/physio-plan.${ending}`);
    expect(routineIn(file, `physio-plan.${ending}`).steps).toHaveLength(steps);
    expect(blockOf(language)).toBe(file.toString());
  });

  test('whatever the page says to write can be written', () => {
    const rows = page.split('\n').filter((row) => /^\| (?:a |repetitions|how fast|sides|another)/.test(row));
    const said = rows.flatMap((row) =>
      [...(row.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
    );
    expect(said.length).toBeGreaterThan(15);
    const names = ['Lying hamstring stretch', 'Bird dog', 'Bridge', 'Easy walk', 'Own: Wall press'];
    const unread = said.filter((dose) =>
      names.every((name) => {
        const prefix = dose === '6 s each' ? '8 times, ' : '';
        return reading(`# P\n- ${name}: ${prefix}${dose} -- push`).kind === 'refused';
      }),
    );
    expect(unread).toEqual([]);
  });
});

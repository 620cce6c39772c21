import { describe, expect, test } from 'vitest';
import { clearedPerson, person, said } from '../commands/remind/person.ts';
import { documentedFields, pathsIn, sectionOf } from './json-documentation.ts';

/** JSON of several lines typed one after the other, all fields of all of them. */
async function fieldsOf(lines: readonly string[], at?: string): Promise<readonly string[]> {
  const ctx = await clearedPerson();
  const paths = new Set<string>();
  for (const line of lines) {
    const text = await said(ctx, line);
    if (text.startsWith('{')) for (const path of pathsIn(JSON.parse(text))) paths.add(path);
    if (at !== undefined && line.startsWith('remind add')) ctx.clock.set(at);
  }
  return [...paths].sort();
}

describe('the documentation of remind', () => {
  test('names every field of backcare/reminders@1', async () => {
    const fields = await fieldsOf(
      [
        'remind add desk-break --every 45m --except 2026-12-24',
        'remind add walk --at 12:00',
        'remind --json',
        'remind pause 2h --json',
      ],
      '2026-11-23T09:46:00+01:00',
    );
    const ofNext = (path: string) => path.startsWith('next.');
    const documented = documentedFields('backcare/reminders@1');
    // Questions come after days without an answer.
    const seldom = ['asks[].schedule', 'asks[].ask'];
    expect([...fields.filter((path) => !ofNext(path)), ...seldom].sort()).toEqual([...documented].sort());
    const due = documented.filter((path) => path.startsWith('due[].'));
    expect(fields.filter(ofNext)).toEqual(due.map((path) => path.replace('due[].', 'next.')).sort());
  });

  test.each([
    ['backcare/reminder-next@1', ['remind next --json']],
    ['backcare/reminder-status@1', ['remind status --json']],
    ['backcare/reminder-doctor@1', ['remind doctor --json']],
    ['backcare/reminder-install@1', ['remind install --yes --json', 'remind uninstall --yes --json']],
    ['backcare/reminder-tick@1', ['remind tick --json']],
    ['backcare/reminder-simulation@1', ['remind simulate --json']],
  ])('names every field of %s', async (schema, lines) => {
    const fields = (await fieldsOf(['remind add walk --at 12:00', ...lines])).filter(
      (path) => !path.includes('.'),
    );
    const row = sectionOf('The other answers of remind')
      .split('\n')
      .find((line) => line.includes(schema));
    const shared = schema.endsWith('status@1') ? documentedFields('backcare/reminders@1') : [];
    for (const field of fields.filter(
      (name) => name !== 'schema' && !name.endsWith('[]') && !shared.includes(name),
    ))
      expect(row, field).toContain(`\`${field}\``);
  });

  test('where none may come, the advice and nothing else', async () => {
    const json = JSON.parse(await said(person(), 'remind --json'));
    expect(json).toMatchObject({
      schema: 'backcare/reminders@1',
      allowed: false,
      state: 'off',
      due: [],
      next: null,
    });
    expect(json.advice.join(' ')).toContain('danger signs come first');
  });
});

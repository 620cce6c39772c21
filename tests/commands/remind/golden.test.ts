import { expect, test } from 'vitest';
import type { Document } from '../../../src/documents/document.ts';
import { installDocument, uninstallDocument } from '../../../src/documents/remind-install.ts';
import { type CheckView, doctorDocument } from '../../../src/documents/remind-status.ts';
import { renderDocument } from '../../../src/render/render.ts';
import { createTheme } from '../../../src/render/theme.ts';
import { clearedPerson, person, said } from './person.ts';

/** Lines in the order in which a person would type them, and when. */
const morning: readonly (readonly [at: string, line: string])[] = [
  ['08:30', 'remind'],
  ['08:30', 'remind defaults'],
  ['08:30', 'remind defaults few'],
  ['08:31', 'remind add hamstring --times 5/day'],
  [
    '08:31',
    'remind add physio --says "Off to the physio" --at 16:00 --days tue --lead 30m --except 2026-12-22..2027-01-05',
  ],
  ['08:32', 'remind'],
  ['08:32', 'remind status'],
  ['10:20', 'remind'],
  ['10:20', 'remind snooze 5'],
  ['10:40', 'remind done'],
  ['10:41', 'remind pause until 13:00'],
  ['10:41', 'remind'],
  ['10:41', 'remind status'],
  ['10:42', 'remind resume'],
  ['10:42', 'remind quiet-hours 12:00-15:00,22:00-07:00'],
  ['10:42', 'remind status'],
  ['10:43', 'remind simulate --from 2026-11-23 --to 2026-11-24 --asleep 22:00-07:00'],
  ['10:44', 'remind install --with hook'],
  ['10:44', 'remind install --with calendar'],
  ['10:45', 'undo --list'],
];

const looks = {
  wide: { columns: 80 },
  narrow: { columns: 60 },
  accessible: { columns: 80, env: { LANG: 'de_DE.UTF-8', TERM: 'xterm', NO_COLOR: '1', ACCESSIBLE: '1' } },
  pipe: { columns: undefined as never, outputIsTerminal: false },
} as const;

test.each(Object.keys(looks) as (keyof typeof looks)[])('a morning, %s', async (look) => {
  const { columns, ...world } = looks[look];
  const ctx = await clearedPerson({ ...world, ...(columns === undefined ? {} : { columns }), machine: {} });
  const screens: string[] = [];
  for (const [at, line] of morning) {
    ctx.clock.set(`2026-11-23T${at}:00+01:00`);
    const text = await said(ctx, line);
    if (columns !== undefined)
      for (const row of text.split('\n')) expect([...row].length, row).toBeLessThanOrEqual(columns);
    screens.push(`${at} $ backcare ${line}\n\n${text}`);
  }
  const golden = screens.join('\n').replace(/\b[0-9A-Z]{26}\b/g, '01ABC…');
  await expect(golden).toMatchFileSnapshot(`golden/morning.${look}.txt`);
});

/** What is the same on every machine, whatever its folders are called. */
const block = {
  where: 'your crontab',
  text: '# >>> backcare >>>\n* * * * * HOME=/home/sam /usr/bin/node /usr/bin/backcare remind tick --quiet >/dev/null 2>&1\n# <<< backcare <<<\n',
};
const changes = { isDone: false, scheduler: 'cron', texts: [block], runs: [], remarks: [] };
const checks: readonly CheckView[] = [
  { about: 'scheduler', state: 'well', says: 'cron, in your crontab.' },
  { about: 'desktop', state: 'absent', says: 'No session bus was found.' },
  { about: 'zone', state: 'well', says: 'Europe/Berlin.' },
];
const pages: { readonly [name: string]: Document } = {
  'install, before': installDocument(changes),
  'install, done': installDocument({ ...changes, isDone: true, copy: '/home/sam/crontab-before.txt' }),
  'uninstall, done': uninstallDocument({
    ...changes,
    isDone: true,
    remarks: ['Your crontab was empty before.'],
  }),
  'doctor, well': doctorDocument(checks, {
    about: 'test',
    state: 'well',
    says: 'It came after 31 s, through notify-send.',
  }),
  'doctor, broken': doctorDocument(checks, {
    about: 'test',
    state: 'broken',
    says: 'Nothing came within 75 seconds.',
    next: 'Is the scheduler running?',
  }),
};

test.each([80, 60])('pages about the machine, %i columns', async (columns) => {
  const theme = createTheme({
    isTerminal: true,
    columns,
    env: { LANG: 'de_DE.UTF-8', TERM: 'xterm', NO_COLOR: '1' },
  });
  const shown = [];
  for (const [name, page] of Object.entries(pages))
    shown.push(`${name}\n\n${await renderDocument(page, { format: 'text', theme })}`);
  await expect(shown.join('\n')).toMatchFileSnapshot(`golden/machine.${columns}.txt`);
});

test('not checked, and with advice that stands', async () => {
  const unchecked = await said(person(), 'remind');
  const ctx = person();
  await ctx.remember({
    kind: 'assessment',
    at: '2026-11-22T10:00:00+01:00',
    body: { urgency: 'urgent', complete: true, answers: {} },
  });
  const advised = await said(ctx, 'remind');
  await expect(`${unchecked}\n----\n\n${advised}`).toMatchFileSnapshot('golden/off.txt');
});

import { expect, test } from 'vitest';
import { clearedPerson, countOf, run } from './person.ts';

/** What is typed, and what the refusal has to name. */
const refused: readonly (readonly [line: string, named: RegExp])[] = [
  ['remind ad walk', /"ad"[\s\S]*backcare remind add/],
  ['remind banana', /"banana"[\s\S]*--help/],
  ['remind add desk-break --every 30', /--every cannot be "30"[\s\S]*30m/],
  ['remind add desk-break --every 0m', /--every cannot be "0m"/],
  ['remind add desk-break --every "30 months"', /--every cannot be "30 months"/],
  ['remind add desk-break --every 30s', /--every cannot be "30s"/],
  ['remind add desk-break --every 45m --between 9-9', /--between cannot be "9-9"/],
  ['remind add desk-break --every 45m --between 25:00-26:00', /--between cannot be/],
  ['remind add desk-break --every 45m --days mon-fry', /--days cannot be "mon-fry"[\s\S]*fri/],
  ['remind add desk-break --every 45m --days tus', /--days cannot be "tus"[\s\S]*Did you mean/],
  ['remind add desk-break --every 45m --times 5/day', /--every and --times do not go together/],
  ['remind add walk --at 20:30 --between 9-12', /--at and --between do not go together/],
  ['remind add walk --between 9-12', /--between needs --every or --times/],
  ['remind add walk --at 25:00', /--at cannot be "25:00"/],
  ['remind add walk --at half-past', /--at cannot be/],
  ['remind add walk --except 2026-02-30', /--except cannot be "2026-02-30"/],
  ['remind add walk --lead 10', /--lead cannot be "10"[\s\S]*10m/],
  ['remind add hamstring --times 0/day', /--times cannot be/],
  ['remind add hamstring --times 99/day', /--times cannot be/],
  ['remind add dsk-break', /called "dsk-break"[\s\S]*Did you mean "desk-break"/],
  ['remind add hips-hamstring', /Did you mean "hips-hamstrings"/],
  ['remind add pysio', /with words of your own/],
  ['remind add "\u001b[31m" --says x', /cannot be a name|called/],
  ['remind add physio --says "a\u001b[31mb" --at 08:15', /hidden character, such as an escape code/],
  ['remind add physio --says ""', /--says has no words/],
  ['remind add desk-break --every 6h --between 9:00-12:00', /would never come/],
  ['remind change walk', /No reminder is called "walk"[\s\S]*None is set/],
  ['remind remove walk', /No reminder is called "walk"/],
  ['remind pause', /For how long/],
  ['remind pause 2', /A pause cannot be "2"[\s\S]*2h/],
  ['remind pause until soon', /A pause cannot be "until soon"/],
  ['remind pause tomorrow', /Did you mean "until tomorrow"\?[\s\S]*days-off/],
  ['remind pause -5m', /A pause cannot be "-5m"[\s\S]*remind pause 2h/],
  ['remind add', /Missing required argument 'what'[\s\S]*: backcare remind --help/],
  ['remind add walk --evry 45m', /Unknown option '--evry'[\s\S]*--every[\s\S]*: backcare remind --help/],
  ['remind --bogus', /Unknown option '--bogus'[\s\S]*: backcare remind --help/],
  ['remind snooze 10', /A snooze cannot be "10"/],
  ['remind skip tomorrow', /cannot skip "tomorrow"/],
  ['remind defaults fw', /no ready plan "fw"/],
  ['remind quiet-hours 9-9', /Quiet hours cannot be "9-9"/],
  ['remind days-off soon', /Days off cannot be "soon"/],
  ['remind words opn', /Did you mean "open"/],
  ['remind hook', /For which shell/],
  ['remind hook bsh', /Did you mean "bash"/],
  ['remind hook tcsh', /no prompt hook for "tcsh"/],
  ['remind calendar', /nothing for a calendar/],
  ['remind install --with crom', /Did you mean "cron"/],
  ['remind install', /nobody to ask[\s\S]*--yes/],
  ['remind simulate', /None would come|No reminder is set/],
  ['remind simulate --plan fwe', /Did you mean "few"/],
  ['remind simulate --plan few --zone Europe/Londn', /--zone cannot be[\s\S]*Europe\/London/],
  ['remind simulate --plan few --zone Mars/Base', /--zone cannot be/],
  ['remind simulate --plan few --from 2026-13-01', /--from cannot be/],
  ['remind simulate --plan few --from 2026-12-06 --to 2026-12-01', /--to is before --from/],
  ['remind simulate --plan few --to 2036-12-01', /too long a time/],
  ['remind simulate --plan few --asleep 22', /--asleep cannot be/],
];

test.each(refused)('%j is refused', async (line, named) => {
  const ctx = await clearedPerson();
  const before = await countOf(ctx);
  expect(await run(ctx, line)).toBe(2);
  expect(ctx.stderr).toMatch(named);
  expect(ctx.stdout).toBe('');
  expect(await countOf(ctx)).toBe(before);
});

test('a second one of a name is refused, with the way that works', async () => {
  const ctx = await clearedPerson();
  expect(await run(ctx, 'remind add walk')).toBe(0);
  expect(await run(ctx, 'remind add walk --at 8:00')).toBe(2);
  expect(ctx.stderr).toMatch(/"walk" already[\s\S]*--name/);
  expect(await run(ctx, 'remind add walk --at 8:00 --name "Early walk"')).toBe(0);
  expect(ctx.stdout).toContain('early-walk');
});

test('a change of nothing is refused', async () => {
  const ctx = await clearedPerson();
  await run(ctx, 'remind add walk');
  expect(await run(ctx, 'remind change walk')).toBe(2);
  expect(ctx.stderr).toMatch(/Nothing was said to change/);
  expect(await run(ctx, 'remind change wlk --at 9:00')).toBe(2);
  expect(ctx.stderr).toMatch(/Did you mean "walk"/);
});

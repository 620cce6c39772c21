import { describe, expect, test } from 'vitest';
import { clearedPerson, countOf, keptOf, person, run, said } from './person.ts';

describe('setting reminders', () => {
  test('with all that can be said of one', async () => {
    const ctx = await clearedPerson();
    const text = await said(
      ctx,
      'remind add desk-break --every 45m --days mon-fri --between 09:00-12:30,13:30-17:30 --except 2026-12-24..2027-01-02',
    );
    expect(text).toContain('Set: Movement break.');
    expect(text).toContain('First: 09:45.');
    const [body] = await keptOf(ctx, 'reminder-schedule');
    expect(body).toEqual({
      schedule: {
        id: 'desk-break',
        kind: 'break',
        name: 'Movement break',
        starts: 'stretch desk-break',
        when: {
          kind: 'every',
          minutes: 45,
          windows: [
            { from: 540, until: 750 },
            { from: 810, until: 1050 },
          ],
        },
        days: ['mon', 'tue', 'wed', 'thu', 'fri'],
        except: [{ from: '2026-12-24', until: '2027-01-02' }],
        lead: 0,
      },
    });
  });

  test.each([
    ['hamstring --times 5/day', '5 times a day, 07:00 to 21:45, every day'],
    ['check-in --at 20:30', 'at 20:30, every day'],
    ['morning --at 7:15 --days weekend', 'at 07:15, Sat and Sun'],
    ['hips-hamstrings --at 18:00,19:30 --days mon,wed,fri', 'at 18:00 and 19:30, Mon, Wed and Fri'],
    ['cat-cow --at 8:00 --lead 10m', 'at 08:00, Mon, Wed and Fri, 10 minutes before'],
    ['physio --says "Off to the physio" --at 08:15 --days tue', 'at 08:15, Tue'],
    ['walk --every 2h --between 22:00-6:00', 'every 2 hours, 22:00 to 06:00'],
  ])('%s', async (line, words) => {
    const ctx = await clearedPerson();
    const wholeDay = line.startsWith('walk') ? await run(ctx, 'remind quiet-hours none') : 0;
    expect(wholeDay).toBe(0);
    expect(await said(ctx, `remind add ${line}`)).toContain(words);
  });

  test('what is not said of a change stays', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind add desk-break --every 45m --between 9-12');
    expect(await said(ctx, 'remind change desk-break --days mon')).toContain(
      'every 45 minutes, 09:00 to 12:00, Mon',
    );
    expect(await said(ctx, 'remind change desk-break --between 13-17')).toContain(
      'every 45 minutes, 13:00 to 17:00, Mon',
    );
    expect(await said(ctx, 'remind change desk-break --times 2/day')).toContain(
      '2 times a day, 13:00 to 17:00, Mon',
    );
    expect(await said(ctx, 'remind change desk-break --except 2026-12-24')).toContain('not 24 Dec 2026');
    expect(await said(ctx, 'remind change desk-break --except none')).not.toContain('not 24 Dec');
  });

  test('a cue stands with it, and before its words', async () => {
    const ctx = await clearedPerson();
    expect(await said(ctx, 'remind add walk --at 12:15 --cue "after lunch"')).toContain(
      'at 12:15, every day, after lunch',
    );
    expect(await said(ctx, 'remind simulate --to today')).toMatch(/After lunch: \S/);
    await said(ctx, 'remind change walk --says "Round the block"');
    expect(await said(ctx, 'remind simulate --to today')).toContain('After lunch: Round the block');
    expect(await said(ctx, 'remind change walk --cue none')).not.toContain('lunch');
    expect(await run(ctx, 'remind change walk --cue ""')).toBe(2);
    expect(ctx.stderr).toContain('--cue has no words.');
  });

  test('in quiet hours it would never come, and is refused', async () => {
    const ctx = await clearedPerson();
    expect(await run(ctx, 'remind add walk --at 23:00')).toBe(2);
    expect(ctx.stderr).toMatch(/never come[\s\S]*quiet hours/);
  });

  test('one is taken away, and all of them', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind defaults few');
    await said(ctx, 'remind add walk');
    expect(await said(ctx, 'remind remove walk')).toContain('Taken away:');
    expect(await said(ctx, 'remind remove all')).toContain('Taken away, 2 of them:');
    expect(await said(ctx, 'remind remove all')).toContain('nothing to take away');
    expect(await said(ctx, 'remind')).toContain('None is set');
  });
});

describe('ready plans', () => {
  test('without a keyboard: what each would set', async () => {
    const ctx = await clearedPerson({ outputIsTerminal: false });
    const text = await said(ctx, 'remind defaults');
    expect(text).toContain('A few');
    expect(text).toContain('backcare remind defaults whole');
    expect(await keptOf(ctx, 'reminder-schedule')).toEqual([]);
  });

  test.each([
    ['few', ['desk-break', 'check-in']],
    ['whole', ['up', 'walk', 'check-in', 'clinician']],
  ])('one key for %s', async (choice, ids) => {
    const ctx = await clearedPerson({ answers: [{ choose: choice }] });
    await said(ctx, 'remind defaults');
    const json = JSON.parse(await said(ctx, 'remind --json'));
    expect(json.schedules.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  test('none is an answer too', async () => {
    const ctx = await clearedPerson({ answers: [{ choose: 'leave' }] });
    expect(await said(ctx, 'remind defaults')).toContain('Nothing was set.');
  });

  test('another one takes the place of the first, and leaves what is your own', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind defaults few');
    await said(ctx, 'remind change check-in --at 19:00');
    await said(ctx, 'remind add breathe');
    const text = await said(ctx, 'remind defaults whole');
    expect(text).toContain('Left as you have it: check-in.');
    const json = JSON.parse(await said(ctx, 'remind --json'));
    expect(json.schedules.map(({ id }: { id: string }) => id).sort()).toEqual([
      'breathe',
      'check-in',
      'clinician',
      'up',
      'walk',
    ]);
    expect(json.schedules.find(({ id }: { id: string }) => id === 'check-in').at).toEqual(['19:00']);
  });

  test('set twice changes nothing', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind defaults few');
    const before = await countOf(ctx);
    expect(await said(ctx, 'remind defaults few')).toContain('set like this already');
    expect(await countOf(ctx)).toBe(before);
  });

  test('the few are four prompts a day at most', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind defaults few');
    expect(await said(ctx, 'remind simulate --from 2026-11-23 --to 2026-12-20')).toContain(
      '4 on the fullest day',
    );
  });
});

describe('undo', () => {
  test.each([
    ['remind add walk', 'a reminder, or a change of one (walk)'],
    ['remind defaults few', 'reminders that were set or taken away in one go'],
    ['remind pause 2h', 'a pause of reminders'],
    ['remind quiet-hours 22-6', 'when reminders are quiet, or what they may show'],
    ['remind days-off 2026-12-24', 'when reminders are quiet, or what they may show'],
    ['remind words open', 'when reminders are quiet, or what they may show'],
  ])('takes %s back', async (line, words) => {
    const ctx = await clearedPerson();
    const before = JSON.parse(await said(ctx, 'remind --json'));
    await said(ctx, line);
    expect(await said(ctx, 'undo --yes')).toContain(words);
    expect(JSON.parse(await said(ctx, 'remind --json'))).toEqual(before);
    await said(ctx, 'undo --redo --yes');
    await said(ctx, 'undo --yes');
    expect(JSON.parse(await said(ctx, 'remind --json'))).toEqual(before);
  });

  test('takes back a removal of all in one go, and an answer', async () => {
    const ctx = await clearedPerson({ now: '2026-11-23T10:20:00+01:00' });
    await ctx.clock.set('2026-11-23T08:00:00+01:00');
    await said(ctx, 'remind defaults few');
    ctx.clock.set('2026-11-23T10:20:00+01:00');
    await said(ctx, 'remind remove all');
    await said(ctx, 'undo --yes');
    const before = JSON.parse(await said(ctx, 'remind --json'));
    expect(before.schedules).toHaveLength(2);
    expect(before.due).toHaveLength(1);
    await said(ctx, 'remind done');
    expect(JSON.parse(await said(ctx, 'remind --json')).due).toEqual([]);
    expect(await said(ctx, 'undo --yes')).toContain('a reminder ticked as done (desk-break)');
    expect(JSON.parse(await said(ctx, 'remind --json'))).toEqual(before);
  });

  test('passes over what the program kept by itself', async () => {
    const ctx = await clearedPerson({ now: '2026-11-23T08:00:00+01:00' });
    await said(ctx, 'remind add walk --at 12:00');
    await ctx.remember({ kind: 'reminder-shown', body: { ids: ['walk/2026-11-23T12:00'] } });
    expect(await said(ctx, 'undo --list')).not.toContain('shown');
    expect(await said(ctx, 'undo --yes')).toContain('a reminder, or a change of one (walk)');
  });
});

describe('quiet', () => {
  test.each([
    ['2h', '10:30'],
    ['until 06:45', 'tomorrow 06:45'],
    ['until tomorrow', 'tomorrow 03:00'],
  ])('%s', async (words, until) => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind add desk-break');
    expect(await said(ctx, `remind pause ${words}`)).toContain(`Quiet until ${until}.`);
    expect(await said(ctx, 'remind')).toContain(`Quiet until ${until}.`);
    expect(await said(ctx, 'remind next')).toBe(`quiet until ${until}\n`);
    expect(await said(ctx, 'remind resume')).toContain('The quiet is over. The next one comes at 09:45.');
    expect(await said(ctx, 'remind resume')).toContain('not paused');
  });

  test('by one key', async () => {
    const ctx = await clearedPerson({ answers: [{ choose: '2h' }] });
    expect(await said(ctx, 'remind pause')).toContain('Quiet until 10:30.');
  });

  test('hours, days and words', async () => {
    const ctx = await clearedPerson();
    expect(await said(ctx, 'remind quiet-hours')).toContain('21:45 to 07:00');
    expect(await said(ctx, 'remind quiet-hours 22:00-06:30')).toContain('22:00 to 06:30');
    expect(await said(ctx, 'remind days-off 2026-11-23..2026-11-24')).toContain('23 Nov to 24 Nov 2026');
    expect(await said(ctx, 'remind words open')).toContain('may show');
    // Each setting leaves the others as they are.
    expect(await said(ctx, 'remind quiet-hours')).toContain('22:00 to 06:30');
    expect(await said(ctx, 'remind words')).toContain('may show');
    await said(ctx, 'remind add desk-break');
    expect(await said(ctx, 'remind next')).toBe('Wed 25 Nov 09:45 movement break\n');
    expect(await said(ctx, 'remind days-off none')).toContain('No days off');
    expect(await said(ctx, 'remind quiet-hours usual')).toContain('21:45 to 07:00');
    expect(await said(ctx, 'remind words discreet')).toContain('discreet');
  });
});

describe('what a setting comes to', () => {
  test('the next one after a pause, on another day', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind add walk --at 07:15');
    await said(ctx, 'remind pause 2h');
    expect(await said(ctx, 'remind resume')).toContain('The next one comes tomorrow at 07:15.');
  });

  test('quiet for the whole day', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind add walk --at 12:00');
    expect(await said(ctx, 'remind quiet-hours 00:00-24:00')).toContain('no reminder comes');
    expect(await said(ctx, 'remind')).toMatch(/None of them comes within a year[\s\S]*00:00 to 24:00/);
    expect(await said(ctx, 'remind quiet-hours 22:00-07:00')).not.toContain('no reminder comes');
  });

  test('days off that are over', async () => {
    const ctx = await clearedPerson();
    expect(await said(ctx, 'remind days-off 2020-12-24..2021-01-02,2026-11-23')).toContain(
      'Over already: 24 Dec 2020 to 2 Jan 2021.',
    );
    expect(await said(ctx, 'remind days-off 2026-11-23')).not.toContain('Over already');
  });

  test('the first time of a new one is said though another comes sooner', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind add desk-break --every 45m --between 09:00-12:30');
    expect(await said(ctx, 'remind add walk --at 17:00')).toContain('First: 17:00.');
    expect(await said(ctx, 'remind change walk --except 2026-11-23..2026-12-06')).toContain(
      'First: Mon 7 Dec 17:00.',
    );
    await said(ctx, 'remind pause until tomorrow');
    expect(await said(ctx, 'remind add breathe --at 17:30')).toContain('First: tomorrow 17:30.');
  });

  test('a simulation knows no pause', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind add walk --at 12:00');
    const before = await said(ctx, 'remind simulate --to today');
    expect(before).toContain('1 prompt');
    await said(ctx, 'remind pause until tomorrow');
    expect(await said(ctx, 'remind simulate --to today')).toBe(before);
  });
});

describe('answers', () => {
  async function withOneDue() {
    const ctx = await clearedPerson({ now: '2026-11-23T08:00:00+01:00' });
    await said(ctx, 'remind add desk-break --every 45m --between 09:00-12:30');
    ctx.clock.set('2026-11-23T09:50:00+01:00');
    return ctx;
  }

  test('done: the next is another', async () => {
    const ctx = await withOneDue();
    expect(await said(ctx, 'remind')).toContain('Movement break: backcare stretch desk-break');
    expect(await said(ctx, 'remind done')).toContain('Done: movement break.');
    expect(await said(ctx, 'remind next')).toBe('10:30 movement break\n');
  });

  test('done by its name, before it comes', async () => {
    const ctx = await withOneDue();
    await said(ctx, 'remind done');
    expect(await said(ctx, 'remind done desk-break')).toContain('Done');
    expect(await said(ctx, 'remind next')).toBe('11:15 movement break\n');
    expect(await keptOf(ctx, 'reminder-answer')).toEqual([
      { ids: ['desk-break/2026-11-23T09:45'], is: 'done' },
      { ids: ['desk-break/2026-11-23T10:30'], is: 'done' },
    ]);
  });

  test('snoozed: once more in 5, 15 or 60 minutes', async () => {
    const ctx = await withOneDue();
    expect(await said(ctx, 'remind snooze 5')).toContain('Once more at 09:55: movement break.');
    expect(await said(ctx, 'remind next')).toBe('09:55 movement break\n');
    ctx.clock.set('2026-11-23T09:56:00+01:00');
    expect(await said(ctx, 'remind next')).toBe('now: movement break\n');
  });

  test('skipped: this one, and today', async () => {
    const ctx = await withOneDue();
    expect(await said(ctx, 'remind skip')).toContain('Skipped: movement break. That costs nothing.');
    expect(await said(ctx, 'remind next')).toBe('10:30 movement break\n');
    ctx.clock.set('2026-11-23T10:31:00+01:00');
    expect(await said(ctx, 'remind skip today')).toContain('Skipped for today');
    expect(await said(ctx, 'remind next')).toBe('tomorrow 09:45 movement break\n');
  });

  test('skip today before any has come: the way that works', async () => {
    const ctx = await clearedPerson();
    await said(ctx, 'remind add walk --at 12:00');
    expect(await said(ctx, 'remind skip today')).toMatch(
      /No reminder waits[\s\S]*For none until tomorrow: backcare remind pause until tomorrow/,
    );
    expect(await said(ctx, 'remind done')).not.toContain('pause');
  });

  test('what was put off and then done counts as both', async () => {
    const ctx = await withOneDue();
    await said(ctx, 'remind snooze 5');
    ctx.clock.set('2026-11-23T09:56:00+01:00');
    await said(ctx, 'remind done');
    expect(await said(ctx, 'remind')).toMatch(/Today +1 done, 1 snoozed\n/);
  });

  test('what was done before its time is told apart', async () => {
    const ctx = await withOneDue();
    await said(ctx, 'remind done');
    await said(ctx, 'remind done desk-break');
    expect(await said(ctx, 'remind')).toMatch(/Today +2 done \(1 before its time\)\n/);
    expect(JSON.parse(await said(ctx, 'remind --json')).today).toMatchObject({ done: 2, early: 1 });
  });

  test('three days passed over: no word of guilt', async () => {
    const ctx = await clearedPerson({ now: '2026-11-23T08:00:00+01:00' });
    await said(ctx, 'remind add walk --at 12:00');
    for (const date of ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']) {
      ctx.clock.set(`${date}T12:01:00+01:00`);
      await ctx.remember({ kind: 'reminder-shown', body: { ids: [`walk/${date}T12:00`] } });
    }
    ctx.clock.set('2026-11-27T08:00:00+01:00');
    const text = await said(ctx, 'remind');
    expect(text).toContain('The walk was passed over for three days; that is fine.');
    expect(text).not.toContain('Nobody');
  });

  test('nothing waits', async () => {
    const ctx = await clearedPerson();
    for (const way of ['done', 'snooze', 'skip'])
      expect(await said(ctx, `remind ${way}`)).toContain('No reminder waits for an answer.');
    expect(await countOf(ctx)).toBe(1);
  });
});

describe('next', () => {
  test('with --exit-code: 0 due, 4 nothing due', async () => {
    const ctx = await clearedPerson();
    expect(await run(ctx, 'remind next --exit-code')).toBe(4);
    await run(ctx, 'remind add walk --at 12:00');
    expect(await run(ctx, 'remind next --exit-code')).toBe(4);
    ctx.clock.set('2026-11-23T12:01:00+01:00');
    expect(await run(ctx, 'remind next --exit-code')).toBe(0);
    expect(await run(ctx, 'remind next')).toBe(0);
  });

  test('one line in every state', async () => {
    const unchecked = person();
    expect(await said(unchecked, 'remind next')).toBe('reminders off: backcare diagnose\n');
    const ctx = await clearedPerson();
    expect(await said(ctx, 'remind next')).toBe('no reminder set\n');
    await said(ctx, 'remind add week --at 18:00 --days sun --says "Look at the week"');
    expect(await said(ctx, 'remind next')).toBe('Sun 29 Nov 18:00 week\n');
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nearest } from '../../src/commands/nearest.ts';
import type { RecordedEvent, SetAsideLine } from '../../src/context.ts';
import { Journal } from '../../src/store/journal.ts';
import { checkPreferences } from '../../src/store/preference-schema.ts';
import { createPreferenceStore } from '../../src/store/preferences.ts';
import { bundled } from '../support/bundled.ts';
import { FakeClock, seededRandom } from '../support/fake-context.ts';
import { tempFolder } from '../support/temp-folder.ts';

let bundle: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  bundle = await bundled({ journal: 'src/store/journal.ts', preferences: 'src/store/preferences.ts' });
});
afterAll(() => bundle.dispose());

/** A real process that runs this text; `argv` stands behind it. */
function start(text: string, ...argv: string[]): ChildProcess {
  return spawn(process.execPath, ['-e', text, ...argv], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function outputOf(child: ChildProcess): Promise<{ output: string; code: number | null }> {
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { output, code };
}

/** Appends `count` events of all sizes and prints the id of each when it is confirmed. */
const appendMany = `
  const [bundle, folder, name, count] = process.argv.slice(1);
  const { Journal } = require(bundle);
  const clock = { now: () => 1_700_000_000_000, offsetMinutes: () => 0, zone: () => 'UTC' };
  const journal = new Journal({ folder, clock, random: { next: Math.random } });
  (async () => {
    for (let turn = 0; turn < Number(count); turn += 1) {
      const event = await journal.append('log', { name, turn, filler: 'é'.repeat((turn * 997) % 9000) });
      process.stdout.write(event.id + '\\n');
    }
  })();`;

function reading(folder: string) {
  const setAside: SetAsideLine[] = [];
  const onSetAside = (line: SetAsideLine) => setAside.push(line);
  return {
    journal: new Journal({ folder, clock: new FakeClock({}), random: seededRandom(1), onSetAside }),
    setAside,
  };
}

const confirmedIds = (output: string) => output.split('\n').filter((line) => line.length === 26);

describe('several processes', () => {
  test('append at once: every line is whole, every id is its own, each process keeps its order', async () => {
    const folder = join(tempFolder(), 'data');
    const names = ['a', 'b', 'c', 'd', 'e'];
    const runs = await Promise.all(
      names.map((name) => outputOf(start(appendMany, bundle.path('journal'), folder, name, '60'))),
    );
    const { journal, setAside } = reading(folder);
    const events = [...(await journal.events())];
    expect(runs.map(({ code }) => code)).toEqual(names.map(() => 0));
    expect(setAside).toEqual([]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(300);
    expect(events.map(({ id }) => id).sort()).toEqual(
      runs.flatMap(({ output }) => confirmedIds(output)).sort(),
    );
    for (const name of names) {
      const turns = events
        .map(({ body }) => body as { name: string; turn: number })
        .filter((body) => body.name === name);
      expect(turns.map(({ turn }) => turn)).toEqual(Array.from({ length: 60 }, (_, turn) => turn));
    }
    expect(statSync(journal.path).mode & 0o777).toBe(0o600);
  });

  test('one of them killed in the middle: what it confirmed is there', async () => {
    const folder = join(tempFolder(), 'data');
    const victim = start(appendMany, bundle.path('journal'), folder, 'victim', '100000');
    const survivor = outputOf(start(appendMany, bundle.path('journal'), folder, 'survivor', '100'));
    const dying = outputOf(victim);
    const { output: kept } = await survivor;
    victim.kill('SIGKILL');
    const confirmed = confirmedIds((await dying).output);
    const events: RecordedEvent[] = [...(await reading(folder).journal.events())];
    const ids = new Set(events.map(({ id }) => id));
    expect(confirmed.length).toBeGreaterThan(0);
    expect([...confirmed, ...confirmedIds(kept)].filter((id) => !ids.has(id))).toEqual([]);
  });

  test('twenty `set` at once keep all keys, and each says so', async () => {
    const folder = join(tempFolder(), 'config');
    const setOne = `
      const [bundle, folder, key, word] = process.argv.slice(1);
      const { createPreferenceStore } = require(bundle);
      createPreferenceStore({ folder, nearest: () => undefined }).set(key, [word]);`;
    const sets = [
      ['country', 'GB'],
      ['emergency-number', '112'],
      ['colour', 'never'],
      ['accessible', 'yes'],
      ['day-start', '4'],
      ['equipment', 'mat'],
      ['floor-work', 'no'],
      ['sound', 'off'],
      ['voice', 'off'],
    ] as const;
    const runs = Array.from({ length: 20 }, (_, turn) => {
      const [key, word] = sets[turn % sets.length]!;
      return outputOf(start(setOne, bundle.path('preferences'), folder, key, word));
    });
    expect((await Promise.all(runs)).map(({ code }) => code)).toEqual(runs.map(() => 0));
    const settings = createPreferenceStore({ folder, nearest }, checkPreferences).settings();
    expect(settings.filter(({ isSet }) => !isSet)).toEqual([]);
  });
});

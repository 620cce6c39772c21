import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, runBackcare, temporaryFolder } from '../support/built-binary.ts';

const minute = 60_000;
const answers = join(repository, 'examples', 'lifting-strain.json');

/** A clock that is ahead: loaded before the program. */
const ahead = `
const { now } = Date;
Date.now = () => now.call(Date) + Number(process.env.AHEAD);
`;

/** A home with a notifier that writes down each notice, and a crontab that is a file. */
function workplace() {
  const home = temporaryFolder();
  const bin = join(home, 'bin');
  mkdirSync(bin);
  const script = (name: string, text: string) =>
    writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  script('notify-send', `echo "$*" >> "${home}/notices"`);
  script(
    'crontab',
    `case "$1" in
-l) [ -f "${home}/crontab" ] && cat "${home}/crontab" || { echo "no crontab for you" >&2; exit 1; } ;;
-r) rm -f "${home}/crontab" ;;
*) if [ "$1" = - ] || [ -z "$1" ]; then cat > "${home}/crontab"; else cat "$1" > "${home}/crontab"; fi ;;
esac`,
  );
  script('systemctl', 'exit 1');
  const clock = join(home, 'ahead.cjs');
  writeFileSync(clock, ahead);
  const run = (line: string, later = 0) =>
    runBackcare({
      args: [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
      home,
      nodeArgs: ['--require', clock],
      env: {
        AHEAD: String(later),
        TZ: 'UTC',
        PATH: `${bin}:${process.env.PATH}`,
        DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/bus`,
      },
    });
  return {
    home,
    run,
    notices: () =>
      existsSync(join(home, 'notices')) ? readFileSync(join(home, 'notices'), 'utf8').trim().split('\n') : [],
    kept: (kind: string) =>
      readFileSync(join(home, 'backcare', 'data', 'journal.jsonl'), 'utf8')
        .split('\n')
        .filter((line) => line.includes(`"kind":"${kind}"`)),
  };
}

async function cleared() {
  const place = workplace();
  expect(await place.run(`diagnose --answers ${answers}`)).toMatchObject({ code: 0 });
  return place;
}

// The notifier is a shell script.
describe.skipIf(process.platform === 'win32')('reminders', () => {
  test('of twenty ticks at once, one brings what is due; later ones do not', async () => {
    const { run, notices, kept } = await cleared();
    await run('remind quiet-hours none');
    const soon = new Date(Date.now() + 2 * minute).toISOString().slice(11, 16);
    expect(await run(`remind add walk --at ${soon}`)).toMatchObject({ code: 0 });
    const later = 3 * minute;
    const ticks = await Promise.all(Array.from({ length: 20 }, () => run('remind tick --quiet', later)));
    for (const { code, stdout, stderr } of ticks) expect([code, stdout, stderr]).toEqual([0, '', '']);
    expect(notices()).toHaveLength(1);
    expect(kept('reminder-shown')).toHaveLength(1);
    await run('remind tick --quiet', later + 1000);
    expect(notices()).toHaveLength(1);
    expect(await run('remind next --exit-code', later + 1000)).toMatchObject({ code: 4 });
    expect(await run('remind done', later + 2000)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Done'),
    });
  });

  test('every example of the help runs after a check', async () => {
    const { run } = await cleared();
    const { stdout } = await run('remind --help');
    const ways = [...stdout.matchAll(/^ {2}([a-z][a-z-]*) /gm)]
      .map(([, way]) => way ?? '')
      .filter((way) => way !== 'help');
    expect(ways.length).toBeGreaterThan(15);
    for (const way of ways) {
      const help = await run(`remind ${way} --help`);
      for (const [, example = ''] of help.stdout.matchAll(
        /^ {2}\$ backcare (remind [^&]*?)(?: {2,}.*)?$/gm,
      )) {
        // A real one would wait for a real cron.
        if (example.startsWith('remind doctor')) continue;
        // A calendar of nothing, or a look ahead at it, is refused.
        if (way === 'calendar' || way === 'simulate') await run('remind defaults few');
        const result = await run(example);
        expect(result.code, `${example}\n${result.stderr}`).toBe(0);
        // What one example sets must not stand in the way of the next.
        await run('remind remove all');
      }
    }
    expect(await run('remind status')).toMatchObject({ code: 0 });
  });

  test('installed and taken out again, byte for byte', async () => {
    const { home, run } = await cleared();
    const before = 'MAILTO=me\n# mine\n5 4 * * * date +\\%F';
    writeFileSync(join(home, 'crontab'), `${before}\n`);
    expect(await run('remind install --with cron')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--yes'),
    });
    expect(await run('remind install --with cron --yes')).toMatchObject({ code: 0 });
    const lines = readFileSync(join(home, 'crontab'), 'utf8');
    expect(lines).toContain(`${process.execPath}`);
    expect(lines).toContain('remind tick --quiet');
    expect(await run('remind uninstall --yes')).toMatchObject({ code: 0 });
    expect(readFileSync(join(home, 'crontab'), 'utf8')).toBe(`${before}\n`);
  });

  test('a way that has broken shows at the next command', async () => {
    const { home, run } = await cleared();
    await run('remind defaults few');
    await run('remind install --with cron --yes');
    expect((await run('config list')).stderr).toBe('');
    const installed = join(home, 'backcare', 'data', 'reminders', 'installed.json');
    writeFileSync(installed, readFileSync(installed, 'utf8').replace('backcare.js', 'gone.js'));
    expect((await run('config list')).stderr).toMatch(
      /^\nbackcare: Reminders do not come: backcare is no longer at .* To set it right: backcare remind install\n$/,
    );
    expect((await run('config list --quiet')).stderr).toBe('');
    expect((await run('remind tick --quiet')).stderr).toBe('');
  });

  test('a page of today without reminders loads nothing of them', async () => {
    const { home, run } = await cleared();
    const loaded = async () => {
      const hook = join(home, 'recorder.cjs');
      const file = join(home, 'loaded.json');
      writeFileSync(
        hook,
        `const fs = require('node:fs'); const read = fs.readFileSync; const seen = [];
fs.readFileSync = (path, ...rest) => { seen.push(String(path)); return read.call(fs, path, ...rest); };
process.on('exit', () => fs.writeFileSync(${JSON.stringify(file)}, JSON.stringify(seen)));`,
      );
      const result = await runBackcare({ home, nodeArgs: ['--require', hook] });
      expect(result.code).toBe(0);
      const chunks = JSON.parse(
        readFileSync(join(repository, 'node_modules', '.cache', 'backcare', 'chunks.json'), 'utf8'),
      ) as Record<string, { readonly modules: readonly string[] }>;
      const names = (JSON.parse(readFileSync(file, 'utf8')) as string[]).filter((path) =>
        path.endsWith('.cjs'),
      );
      const modules = names.flatMap((name) => chunks[name.replace(/^.*\/dist\//, '')]?.modules ?? []);
      // Which program is where: a voice asks that too, so it stands with what everything shares.
      const shared = 'src/reminders/find-program.ts';
      return {
        stdout: result.stdout,
        own: modules.filter((path) => /remind/.test(path) && path !== shared),
      };
    };
    const without = await loaded();
    expect(without.own.filter((path) => !path.endsWith('commands/remind/command.ts'))).toEqual([]);
    expect(without.stdout).not.toMatch(/^Next: /m);
    await run('remind defaults few');
    const after = await loaded();
    expect(after.own.length).toBeGreaterThan(without.own.length);
    expect(after.stdout).toMatch(/^Next: .*(movement break|evening check-in)$/m);
  });
});

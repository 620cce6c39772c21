import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

type Environment = { readonly [name: string]: string };

const user = 4242;
const name = 'backcare-cron-test';

/**
 * Debian's own cron daemon, as it really runs, with one person of its own, in a mount namespace: nothing of this machine
 * (its crontabs, its users, a cron that runs already) is seen or touched, and all is gone with the daemon.
 */
export class CronWorld {
  readonly user = user;
  readonly name = name;
  readonly root: string;
  readonly home: string;
  readonly runtime = `/run/user/${user}`;
  readonly #daemon: ChildProcess;
  #log = '';

  private constructor(root: string, daemon: ChildProcess) {
    this.root = root;
    this.home = join(root, 'home');
    this.#daemon = daemon;
    daemon.stderr?.on('data', (text) => {
      this.#log += String(text);
    });
  }

  static async start(): Promise<CronWorld> {
    const root = mkdtempSync(join(tmpdir(), 'backcare-cron-'));
    chmodSync(root, 0o755);
    const home = join(root, 'home');
    mkdirSync(home);
    chownSync(home, user, user);
    const own = (file: string, line: string) => {
      const copy = join(root, file.replaceAll('/', '_'));
      copyFileSync(file, copy);
      appendFileSync(copy, `${line}\n`);
      return copy;
    };
    const passwd = own('/etc/passwd', `${name}:x:${user}:${user}::${home}:/bin/bash`);
    const shadow = own('/etc/shadow', `${name}:*:19000:0:99999:7:::`);
    const group = own('/etc/group', `${name}:x:${user}:`);
    writeFileSync(join(root, 'empty'), '');
    const crontabGroup = execFileSync('getent', ['group', 'crontab'], { encoding: 'utf8' }).split(':')[2];
    const script = [
      'set -e',
      `mount --bind ${passwd} /etc/passwd`,
      `mount --bind ${shadow} /etc/shadow`,
      `mount --bind ${group} /etc/group`,
      `mount --bind ${join(root, 'empty')} /etc/crontab`,
      'mount -t tmpfs -o mode=755 tmpfs /etc/cron.d',
      `mount -t tmpfs -o mode=1730,gid=${crontabGroup} tmpfs /var/spool/cron/crontabs`,
      'mount -t tmpfs -o mode=755 tmpfs /run',
      `mkdir -p /run/user/${user}`,
      `chown ${user}:${user} /run/user/${user}`,
      'echo ready',
      'exec cron -f',
    ].join('\n');
    // As an init system starts it: hardly an environment.
    const daemon = spawn('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', script], {
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const world = new CronWorld(root, daemon);
    await new Promise<void>((resolve, reject) => {
      daemon.stdout.once('data', () => resolve());
      daemon.once('exit', () => reject(new Error(`The world of cron could not be made: ${world.#log}`)));
    });
    // It tells a change by the second, and a crontab of the second in which it began would never be seen.
    const begun = Date.now();
    await world.until(() => Date.now() > begun + 1500, 3000);
    return world;
  }

  /** Words that run a program as the person, inside. */
  commandFor(program: string, words: readonly string[]): readonly string[] {
    const inside = ['--target', String(this.#daemon.pid), '--mount', '--wd=/', '--'];
    const drop = ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups'];
    return ['nsenter', ...inside, ...drop, program, ...words];
  }

  #environment(more: Environment): Environment {
    return { PATH: '/usr/bin:/bin', HOME: this.home, LOGNAME: name, USER: name, ...more };
  }

  /** Runs a program as the person to its end. */
  run(program: string, words: readonly string[], env: Environment = {}, input?: Uint8Array) {
    const [command = '', ...rest] = this.commandFor(program, words);
    return spawnSync(command, rest, {
      env: this.#environment(env),
      ...(input === undefined ? {} : { input }),
    });
  }

  /** Starts one that stays, and tells when it has said its first words. End it with its `kill`. */
  start(program: string, words: readonly string[], env: Environment = {}) {
    const [command = '', ...rest] = this.commandFor(program, words);
    const child = spawn(command, rest, { env: this.#environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
    const spoke = new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', () => reject(new Error(`${program} has ended.`)));
    });
    spoke.catch(() => undefined);
    return { child, spoke };
  }

  asRoot(program: string, words: readonly string[]): void {
    execFileSync('nsenter', ['--target', String(this.#daemon.pid), '--mount', '--', program, ...words]);
  }

  /** Asks again until it holds. */
  async until(isMet: () => boolean, milliseconds: number): Promise<void> {
    const end = Date.now() + milliseconds;
    while (!isMet()) {
      if (Date.now() > end) throw new Error(`Not met after ${milliseconds} ms. ${this.#log}`);
      await setTimeout(200);
    }
  }

  get spoolPath(): string {
    return `/proc/${this.#daemon.pid}/root/var/spool/cron/crontabs/${name}`;
  }

  /** The text of a file as soon as it is there. */
  async fileOf(path: string, milliseconds: number): Promise<string> {
    const read = () => (existsSync(path) ? readFileSync(path, 'utf8') : '');
    await this.until(() => read() !== '', milliseconds);
    return read();
  }

  /**
   * The bytes of the person's crontab as they stand in the spool, without the three lines in which this cron says when it
   * was installed; undefined when there is none.
   */
  spool(): string | undefined {
    try {
      const text = readFileSync(this.spoolPath, 'latin1');
      return text.replace(
        /^# DO NOT EDIT THIS FILE[^\n]*\n# \([^\n]*installed on[^\n]*\n# \(Cron[^\n]*\n/,
        '',
      );
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.#daemon.once('exit', resolve));
    this.#daemon.kill('SIGKILL');
    await gone;
    rmSync(this.root, { recursive: true, force: true });
  }
}

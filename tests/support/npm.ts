import { execFileSync, spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { cleanEnvironment, type Environment, temporaryFolder } from './built-binary.ts';

/** npm as a user runs it, with none of the settings that an npm around us has handed down. Gives what it printed. */
export function npm(cwd: string, args: readonly string[], env: Environment = {}): string {
  const viaNode = process.env.npm_execpath?.endsWith('npm-cli.js');
  const [command, ...first] = viaNode ? [process.execPath, String(process.env.npm_execpath)] : ['npm'];
  return execFileSync(String(command), [...first, ...args], {
    cwd,
    encoding: 'utf8',
    env: cleanEnvironment(temporaryFolder(), env),
    shell: !viaNode && process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Where the npm around us keeps what it has downloaded, and how it reaches the registry. */
export function npmConnection(): Environment {
  const get = (name: string) => {
    const { stdout } = spawnSync('npm', ['config', 'get', name], { encoding: 'utf8' });
    return stdout?.trim().split('\n').at(-1);
  };
  const own = Object.entries(process.env).filter(([name]) =>
    /^(?:https?_proxy|no_proxy|node_extra_ca_certs)$/i.test(name),
  );
  return {
    ...Object.fromEntries(own),
    npm_config_cache: get('cache'),
    npm_config_registry: get('registry'),
    npm_config_userconfig: get('userconfig'),
  };
}

/** The file that `npm` on the path is. */
export function npmProgram(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const folder of [dirname(process.execPath), ...folders]) {
    try {
      return realpathSync(join(folder, 'npm'));
    } catch {
      // Not in this folder.
    }
  }
  throw new Error('There is no npm on the path.');
}

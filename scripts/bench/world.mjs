/** Where the bench runs things: a scratch folder, an environment without what would flatter a ratio. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const backcare = join(root, 'bin', 'backcare.js');

/** Everything the bench makes; removed by `dispose`. */
export const scratch = mkdtempSync(join(tmpdir(), 'backcare-bench-'));

export function scratchFile(name, content) {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

export function dispose() {
  rmSync(scratch, { recursive: true, force: true });
}

/** @param home Folder of the record; an empty one when left out. */
export function environmentFor(home = join(scratch, 'home')) {
  const environment = { ...process.env, BACKCARE_HOME: home, LANG: 'en_GB.UTF-8' };
  // Node 20 reads the certificates at every start: 38 ms on both sides, which flatters every ratio.
  delete environment.NODE_EXTRA_CA_CERTS;
  delete environment.NODE_OPTIONS;
  for (const name of Object.keys(environment)) if (name.startsWith('npm_')) delete environment[name];
  return environment;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Parts of the program as files that a plain `node` can `require`, for tests with several real processes: Node 20 does
 * not run TypeScript.
 *
 * @param sources name of the bundle → file under the project
 */
export async function bundled(sources: { readonly [name: string]: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'backcare-bundled-'));
  const input = Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, join(root, source)]),
  );
  const bundle = await rolldown({
    input,
    platform: 'node',
    logLevel: 'warn',
    transform: { target: 'node20.17' },
  });
  await bundle.write({
    dir: folder,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
  });
  await bundle.close();
  return {
    path: (name: string) => join(folder, `${name}.cjs`),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

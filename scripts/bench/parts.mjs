/** Parts of the program as modules that plain Node can import: Node 20 does not run TypeScript. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { root } from './world.mjs';

const folder = join(root, 'node_modules', '.cache', 'backcare', 'bench');

/** @param sources name → file under the project @returns name → module */
export async function importParts(sources) {
  const input = Object.fromEntries(Object.entries(sources).map(([name, file]) => [name, join(root, file)]));
  const bundle = await rolldown({ cwd: root, input, platform: 'node', transform: { target: 'node20.17' } });
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    cleanDir: true,
  });
  await bundle.close();
  const modules = await Promise.all(
    Object.keys(sources).map(async (name) => [
      name,
      await import(pathToFileURL(join(folder, `${name}.mjs`))),
    ]),
  );
  return Object.fromEntries(modules);
}

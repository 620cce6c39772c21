import { accessSync, constants } from 'node:fs';
import { posix, win32 } from 'node:path';

/**
 * The full path of an installed program; undefined where it is not there.
 *
 * @param path the search path, as the environment gives it
 */
export function findProgram(name: string, platform: NodeJS.Platform, path: string): string | undefined {
  const { delimiter, isAbsolute, join } = platform === 'win32' ? win32 : posix;
  const file = platform === 'win32' ? `${name}.exe` : name;
  // A relative folder would run whatever lies in the folder where one happens to stand.
  const places = path.split(delimiter).filter(isAbsolute);
  return places.map((place) => join(place, file)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

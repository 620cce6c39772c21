import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { expect, test } from 'vitest';
import { foldersFor, makePrivateFolder } from '../../src/store/folders.ts';
import { tempFolder } from '../support/temp-folder.ts';

const withHome = (home: string) => (name: string) => (name === 'BACKCARE_HOME' ? home : undefined);

test('the platform names the folders', () => {
  const { data, config } = envPaths('backcare', { suffix: '' });
  expect(foldersFor(() => undefined)).toEqual({ data, config });
});

test('BACKCARE_HOME puts everything under one folder, and nothing is made by asking', () => {
  const home = join(tempFolder(), 'home');
  expect(foldersFor(withHome(home))).toEqual({ data: join(home, 'data'), config: join(home, 'config') });
  expect(foldersFor(withHome('here')).data).toBe(resolve('here', 'data'));
  expect(existsSync(home)).toBe(false);
});

test('a home that was there before keeps its permissions', async () => {
  const home = tempFolder();
  chmodSync(home, 0o755);
  const { data } = foldersFor(withHome(home));
  makePrivateFolder(data);
  expect(statSync(home).mode & 0o777).toBe(0o755);
  expect(statSync(data).mode & 0o777).toBe(0o700);
});

test('an open folder of ours is closed', async () => {
  const folder = join(tempFolder(), 'data');
  mkdirSync(folder);
  chmodSync(folder, 0o777);
  makePrivateFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

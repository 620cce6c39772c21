import { defineConfig } from 'vitest/config';

const unitFolders = [
  'data',
  'engine',
  'documents',
  'render',
  'commands',
  'store',
  'terminal',
  'reminders',
  'layers',
];

export default defineConfig({
  test: {
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reportsDirectory: 'coverage' },
    projects: [
      {
        test: {
          name: 'unit',
          include: unitFolders.map((folder) => `tests/${folder}/**/*.test.ts`),
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts', 'tests/package/**/*.test.ts'],
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'pty',
          include: ['tests/pty/**/*.test.ts'],
          testTimeout: 60_000,
          // Alone and one after the other: what a person sees in time must not depend on what else runs.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'system',
          include: ['tests/system/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

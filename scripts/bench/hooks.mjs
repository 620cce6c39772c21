/** What a prompt waits for the reminder hook, in shells that are installed: thousands of prompts in one shell, no process. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from './world.mjs';

const rounds = 2000;

/** Shell → program that sources the hook, runs it, and prints microseconds for one run. */
const programs = {
  bash: (hook) =>
    `source '${hook}'; a=\${EPOCHREALTIME/[.,]/}; for ((i = 0; i < ${rounds}; i++)); do __backcare_remind; done; b=\${EPOCHREALTIME/[.,]/}; echo $(((b - a) / ${rounds}))`,
  zsh: (hook) =>
    `zmodload zsh/datetime; source '${hook}'; a=$EPOCHREALTIME; for ((i = 0; i < ${rounds}; i++)); do __backcare_remind; done; print $(( (EPOCHREALTIME - a) * 1000000 / ${rounds} ))`,
  // It has no clock that is fine enough: its own measurement of a block is in thousandths of a second.
  fish: (hook) => `source '${hook}'; time for i in (seq ${rounds}); __backcare_remind; end`,
};

function microseconds(shell, { stdout, stderr, status }) {
  if (status !== 0) return undefined;
  if (shell !== 'fish') return Number(stdout);
  const [, amount, unit] = /Executed in\s+([\d.]+)\s*(\w+)/.exec(stderr) ?? [];
  const factor = { micros: 1, millis: 1000, secs: 1_000_000 }[unit];
  return factor === undefined ? undefined : (Number(amount) * factor) / rounds;
}

const options = { bash: ['--noprofile', '--norc', '-c'], zsh: ['-f', '-c'], fish: ['--no-config', '-c'] };

/** @param hookText of src/reminders/hook-text.ts */
export function measureHooks(hookText) {
  const folder = join(scratch, 'hooks');
  const claims = join(folder, 'claims');
  mkdirSync(claims, { recursive: true });
  const lines = join(folder, 'prompt');
  const later = Math.floor(Date.now() / 1000) + 3600;
  const waiting = Array.from(
    { length: 20 },
    (_, index) =>
      `${later + index * 3600}\t${later + index * 3600 + 1800}\ta${index}\ta/${index}\tUp and walk.\n`,
  );
  const worlds = [
    ['no line waits', ''],
    ['20 lines wait', waiting.join('')],
  ];
  return Object.entries(programs).flatMap(([shell, program]) => {
    const hook = join(folder, `hook.${shell}`);
    writeFileSync(hook, hookText(shell, { lines, claims, mark: join(folder, 'hook-') }));
    return worlds.map(([name, text]) => {
      writeFileSync(lines, text);
      const end = spawnSync(shell, [...options[shell], program(hook)], { encoding: 'utf8' });
      return { name: `${shell}, ${name}`, value: microseconds(shell, end) };
    });
  });
}

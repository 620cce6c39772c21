import { spawnSync } from 'node:child_process';

/** Why the tests of a file cannot run here; undefined when they can. It stands in the name of what is skipped. */
export function whyNot(needs: {
  readonly linux?: boolean;
  readonly root?: boolean;
  readonly program?: string;
}) {
  if (needs.linux === true && process.platform !== 'linux') return 'only Linux has what this needs';
  if (needs.root === true && process.getuid?.() !== 0) return 'only root may do this';
  if (needs.program !== undefined && spawnSync('which', [needs.program]).status !== 0)
    return `${needs.program} is not installed`;
  return undefined;
}

export function named(name: string, reason: string | undefined): string {
  return reason === undefined ? name : `${name} (skipped: ${reason})`;
}

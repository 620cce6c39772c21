import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HookShell } from '../../../src/reminder-delivery.ts';

/** A shell with nothing of its own but the hook and a prompt that tells how the last command ended. */
export interface BareShell {
  readonly command: readonly [string, ...string[]];
  readonly env: { readonly [name: string]: string };
}

/** @param home a folder for its start-up file */
export function bareShell(shell: HookShell, hook: string, home: string): BareShell {
  mkdirSync(home, { recursive: true });
  switch (shell) {
    case 'bash': {
      const file = join(home, 'bashrc');
      writeFileSync(file, `PS1='$? ready> '\n${hook}`);
      return {
        command: ['bash', '--noprofile', '--rcfile', file, '-i'],
        env: { BASH_SILENCE_DEPRECATION_WARNING: '1' },
      };
    }
    case 'zsh': {
      writeFileSync(join(home, '.zshrc'), `unsetopt prompt_cr prompt_sp\nPROMPT='%? ready> '\n${hook}`);
      return { command: ['zsh', '-d', '-i'], env: { ZDOTDIR: home } };
    }
    case 'fish': {
      const file = join(home, 'config.fish');
      const prompt =
        'function fish_prompt\n  echo -n $status "ready> "\nend\nfunction fish_title\nend\nset -g fish_greeting\n';
      writeFileSync(file, prompt + hook);
      return {
        command: ['fish', '--no-config', '--interactive', '--init-command', `source ${quoted(file)}`],
        env: { XDG_CONFIG_HOME: home, XDG_DATA_HOME: home },
      };
    }
  }
}

function quoted(path: string): string {
  return `'${path.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

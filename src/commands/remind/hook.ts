import { exitCodes, InputError } from '../../errors.ts';
import type { HookShell, RemindContext } from '../../reminder-delivery.ts';
import type { GlobalFlags } from '../flags.ts';
import { nearest } from '../nearest.ts';
import { refreshPromptLines } from './refresh.ts';

const shells: readonly HookShell[] = ['bash', 'zsh', 'fish'];

/** The lines for the start-up file of a shell: they show what waits, and start no process. Gives the exit code. */
export async function runHook(
  typed: string | undefined,
  _flags: GlobalFlags,
  ctx: RemindContext,
): Promise<number> {
  const word = typed?.trim().toLowerCase() ?? '';
  const shell = shells.find((each) => each === word);
  if (shell === undefined) throw unknownShell(typed);
  const delivery = await ctx.reminders();
  ctx.io.out(await delivery.hook(shell));
  // A shell that has just been opened shows what waits now.
  await refreshPromptLines(ctx, delivery);
  return exitCodes.answered;
}

function unknownShell(typed: string | undefined): InputError {
  const near = typed === undefined ? undefined : nearest(typed, shells);
  return new InputError(
    typed === undefined ? 'For which shell?' : `There is no prompt hook for ${JSON.stringify(typed)}.`,
    {
      reason: `${near === undefined ? '' : `Did you mean "${near}"? `}It is for ${shells.join(', ')}.`,
      next: 'For example, at the end of ~/.bashrc: eval "$(backcare remind hook bash)"',
    },
  );
}

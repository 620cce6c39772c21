import type { Context, Preferences, PresentationWishes } from '../context.ts';
import type { Document } from '../documents/document.ts';
import { renderDocument } from '../render/render.ts';
import { createTheme, type Theme, themeVariables } from '../render/theme.ts';
import type { GlobalFlags } from './flags.ts';

/** What flags and preferences together say about how things are shown. */
export function wishesOf(flags: GlobalFlags, preferences: Preferences): PresentationWishes {
  return {
    noColour: flags.color === false,
    accessible: flags.accessible === true || preferences.accessible,
    colour: preferences.colour,
  };
}

/** Theme of standard output, or of standard error for what surrounds the answer. */
export function themeOf(
  ctx: Context,
  wishes: PresentationWishes,
  stream: 'output' | 'error' = 'output',
): Theme {
  return createTheme({
    ...wishes,
    isTerminal: stream === 'output' ? ctx.io.outputIsTerminal : ctx.io.errorIsTerminal,
    columns: ctx.io.size().columns,
    env: Object.fromEntries(themeVariables.map((name) => [name, ctx.io.env(name)])),
  });
}

/** Writes a document to standard output in the wanted format. */
export async function showDocument(
  document: Document,
  ctx: Context,
  flags: GlobalFlags,
  wishes: PresentationWishes,
): Promise<void> {
  ctx.io.out(await renderDocument(document, { format: flags.format ?? 'text', theme: themeOf(ctx, wishes) }));
}

import type { Document } from '../../documents/document.ts';
import type { KeeperContext } from '../../record-keeper.ts';
import { renderDocument } from '../../render/render.ts';
import type { GlobalFlags } from '../flags.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, themeOf, wishesOf } from '../presentation.ts';

/** What every way of `data` has at hand. Broken preferences stop none of them. */
export function dataSession<Flags extends GlobalFlags>(flags: Flags, ctx: KeeperContext) {
  const { preferences } = tolerantPreferences(ctx);
  const wishes = wishesOf(flags, preferences);
  return {
    ctx,
    flags,
    wishes,
    preferences,
    /** The answer, in the wanted form. */
    show: async (json: object, document: Document): Promise<void> => {
      if (flags.json === true) ctx.io.out(`${JSON.stringify(json, null, 2)}\n`);
      else await showDocument(document, ctx, flags, wishes);
    },
    /** Lines over a question. */
    above: (document: Document): Promise<string> =>
      renderDocument(document, { format: 'text', theme: themeOf(ctx, wishes, 'error') }),
  };
}

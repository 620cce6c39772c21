import type { Context, Preferences } from '../../context.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block } from '../../documents/document.ts';
import { daysAgoInWords, lastAdvice } from '../../documents/last-advice.ts';
import { type Permission, permission } from '../../engine/permissions.ts';
import type { RaisedFlag } from '../../engine/routine/plan.ts';
import { UserError } from '../../errors.ts';
import { safeText } from '../../render/safe-text.ts';
import { lastAssessment } from '../standing.ts';
import { aroundKind } from './stretch-record.ts';

/** What a sheet must say of the person, and may leave out for them. */
export interface KnownBody {
  readonly allowed: Permission;
  /** Advice of the newest assessment, while it is an emergency or urgent. */
  readonly advice: readonly Block[];
  readonly notes: readonly Block[];
  readonly raised: readonly RaisedFlag[];
}

const notCheckedNote: Block = {
  kind: 'paragraph',
  text: 'Your back was not checked yet. "backcare diagnose" asks about danger signs first (about 3 minutes).',
};

/** Asks nothing. A record that cannot be read is said, and counts as nothing known: a sheet names every caution anyway. */
export async function knownBody(
  ctx: Context,
  preferences: Pick<Preferences, 'dayStart'>,
  contact: Contact,
): Promise<KnownBody> {
  const { summary, standing, daysAgo } = await lastAssessment(ctx, preferences);
  const allowed = permission(standing, 'sheets');
  const advice = summary === undefined ? [] : lastAdvice(summary, contact, daysAgoInWords(daysAgo));
  const notes = allowed === 'with-stop-rules' ? [notCheckedNote] : [];
  return { allowed, advice, notes, raised: await raisedFlagsOf(ctx, preferences) };
}

async function raisedFlagsOf(
  ctx: Context,
  preferences: Pick<Preferences, 'dayStart'>,
): Promise<readonly RaisedFlag[]> {
  try {
    const known = await (await ctx.record()).newestOf(['assessment', aroundKind]);
    // Most sheets are printed by people of whom nothing is known: they need not load all questions.
    if (known.size === 0) return [];
    const { bodyToday, flagsToday } = await import('./body-today.ts');
    return flagsToday(await bodyToday(ctx, preferences), undefined).raised;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    ctx.io.err(`${safeText(error.message)} What you told us earlier is not known here.\n`);
    return [];
  }
}

import type { Context, Preferences } from '../../context.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block } from '../../documents/document.ts';
import { adviceNow } from '../../documents/last-advice.ts';
import { type Permission, permission } from '../../engine/permissions.ts';
import type { RaisedFlag } from '../../engine/routine/plan.ts';
import { UserError } from '../../errors.ts';
import { safeText } from '../../render/safe-text.ts';
import { lastAssessment } from '../standing.ts';
import { aroundKind, practiceAfterKind, signsKind } from './stretch-record.ts';

/** What a sheet must say of the person, and may leave out for them. */
export interface KnownBody {
  readonly allowed: Permission;
  /** Advice of the newest assessment, while it is an emergency or urgent; and that a newer one may be lost. */
  readonly advice: readonly Block[];
  readonly notes: readonly Block[];
  readonly raised: readonly RaisedFlag[];
}

const notCheckedNote: Block = {
  kind: 'paragraph',
  text: 'Your back was not checked yet. "backcare diagnose" asks about danger signs first (about 3 minutes).',
};

const stoppedNote: Block = {
  kind: 'callout',
  tone: 'urgent',
  title: 'Not before a new check',
  lines: ['A sign was reported that needs help at once. First: backcare diagnose.'],
};

/** Asks nothing. A record that cannot be read is said, and counts as nothing known: a sheet names every caution anyway. */
export async function knownBody(
  ctx: Context,
  preferences: Pick<Preferences, 'dayStart'>,
  contact: Contact,
): Promise<KnownBody> {
  const last = await lastAssessment(ctx, preferences);
  const allowed = permission(last.standing, 'sheets');
  const advice = adviceNow(last, contact);
  const known = await flagsAndSigns(ctx, preferences);
  const notes = [
    ...(known.isStoppedBySign ? [stoppedNote] : []),
    ...(allowed === 'with-stop-rules' && !last.mayBeLost ? [notCheckedNote] : []),
  ];
  return { allowed, advice, notes, raised: known.raised };
}

async function flagsAndSigns(
  ctx: Context,
  preferences: Pick<Preferences, 'dayStart'>,
): Promise<{ readonly raised: readonly RaisedFlag[]; readonly isStoppedBySign: boolean }> {
  const nothing = { raised: [], isStoppedBySign: false };
  try {
    const known = await (await ctx.record()).newestOf([
      'assessment',
      aroundKind,
      signsKind,
      practiceAfterKind,
    ]);
    // Most sheets are printed by people of whom nothing is known: they need not load all questions.
    if (known.size === 0) return nothing;
    const { bodyToday, flagsToday } = await import('./body-today.ts');
    const body = await bodyToday(ctx, preferences);
    return { raised: flagsToday(body, undefined).raised, isStoppedBySign: body.isStoppedBySign };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    ctx.io.err(`${safeText(error.message)} What you told us earlier is not known here.\n`);
    return nothing;
  }
}

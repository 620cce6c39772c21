import type { Context, Preferences } from '../../context.ts';
import type { SessionId } from '../../data/stress-schema.ts';
import { sessionInWords } from '../../documents/stress-words.ts';
import { fieldsOf } from '../../engine/log/saved-entry.ts';
import { InputError } from '../../errors.ts';
import { sessionIds } from './given-parts.ts';

/** A calm session that does not go with what the person said, and what that was. */
export interface BarredSession {
  readonly session: SessionId;
  /** "you said yes to …". */
  readonly because: string;
}

/**
 * Calm sessions that are left out for this person, as `breathe` leaves them out. Most people have none: then nothing of
 * exercises and flags is loaded. Throws `RecordError`.
 */
export async function barredSessions(
  ctx: Context,
  preferences: Pick<Preferences, 'dayStart'>,
): Promise<readonly BarredSession[]> {
  const newest = await (await ctx.record()).newestOf(['assessment', 'around']);
  const answersIn = (kind: string) => fieldsOf(fieldsOf(newest.get(kind)?.body).answers);
  const assessedAt = Date.parse(newest.get('assessment')?.at ?? '');
  const isFresh = ctx.clock.now() - assessedAt < ofItsDay;
  if (!mayBar(answersIn('assessment'), answersIn('around'), isFresh)) return [];
  const [{ bodyToday }, { catalogueFor }] = await Promise.all([
    import('../stretch/body-today.ts'),
    import('./breathing-catalogue.ts'),
  ]);
  return catalogueFor(await bodyToday(ctx, preferences)).sessions.flatMap(({ session: { id }, fit }) => {
    const session = sessionIds().find((known) => known === id);
    if (session === undefined || fit.kind !== 'out') return [];
    return [{ session, because: fit.because.map(({ because }) => because).join(' and ') }];
  });
}

/** The pain of a check speaks for its own day, which may be longer than a day of the clock. */
const ofItsDay = 2 * 24 * 60 * 60 * 1000;
/** Pain from which on only the calmest is offered, 0 to 10. */
const severe = 7;

type Fields = { readonly [name: string]: unknown };

/** A first look that never says no where something is ruled out. */
function mayBar(assessed: Fields, around: Fields, isFresh: boolean): boolean {
  const isHeld = (answer: unknown) => answer === 'yes' || answer === 'unsure';
  const { 'mod-pregnant': pregnant, 'pain-worst': worst } = assessed;
  const isStrong = isFresh && typeof worst === 'number' && worst >= severe;
  return isHeld(pregnant) || isStrong || Object.values(around).some(isHeld);
}

/** Throws `InputError` where the session that was asked for is left out. */
export function checkSession(
  session: SessionId | undefined,
  barred: readonly BarredSession[],
  place: string,
): void {
  const found = barred.find((each) => each.session === session);
  if (found === undefined || session === undefined) return;
  throw new InputError(`${place}: ${sessionInWords(session).replace(/,.*/, '')} is not for you now.`, {
    reason: `It is left out because ${found.because}.`,
    next: 'Slow breathing suits everybody: slow-breathing-6',
  });
}

import type { EventSearch, RecordedEvent } from '../context.ts';
import { watchRules } from '../data/watch.ts';
import type { ConcernGlance } from '../documents/concern-glance.ts';
import { dayMilliseconds } from '../engine/day-count.ts';
import { dayInWords } from '../engine/instant.ts';
import { momentOf } from '../engine/log/saved-entry.ts';
import { checkInKind, worseAtCheckIn } from '../engine/recovery/check-in.ts';
import { openConcern, openSigns } from '../engine/watch/open-concern.ts';

/** As long as an assessment speaks for a person: what was told before is over, or was told again. */
const lookBackDays = 84;
/** What a line has that tells something; most lines have none of it, and are passed over. */
const marks = ['"told":[', '"signs":"some"', '"signs":"not-answered"'];

/** Finds entries and check-ins with which something was told. */
export function toldSearch(now: number): EventSearch {
  return { kinds: ['log', checkInKind], from: now - lookBackDays * dayMilliseconds, having: marks };
}

const ownTitles: { readonly [rule: string]: string } = {
  [worseAtCheckIn]: 'At your check-in something was worse.',
  [openSigns.some]: 'Something new that worries you was not looked at yet.',
  [openSigns['not-answered']]: 'Danger signs were left open with an entry.',
};

/** Rules of a check that the watch of weeks meets most: their own words stand in tables that this page does not load. */
const bookTitles: { readonly [rule: string]: string } = {
  'sp-worse': 'After a week the pain was still getting worse.',
  'sp-not-better': 'After four weeks it was no better.',
  'sp-six-weeks': 'After six weeks it still held you back.',
  'sp-leg-pain': 'Leg pain with numbness has lasted over two weeks.',
};

/**
 * What an entry called for since the newest finished check; undefined when nothing stands.
 *
 * @param today "Sun 22 Nov"
 */
export function concernGlance(
  told: readonly RecordedEvent[],
  { answeredBy, today }: { readonly answeredBy: string | undefined; readonly today: string },
): ConcernGlance | undefined {
  const open = openConcern(told, answeredBy, watchRules);
  const moment = open === undefined ? undefined : momentOf(open.at);
  if (open === undefined || moment === undefined) return undefined;
  const rule = watchRules.find(({ id }) => id === open.rule);
  const own = ownTitles[open.rule];
  const isForVisit = own === undefined && (rule === undefined || rule.action.startsWith('Book '));
  const on = dayInWords(moment.at, moment.offsetMinutes);
  return {
    title:
      own ?? rule?.title ?? bookTitles[open.rule] ?? 'Something you noted is for a clinician to look at.',
    on: on === today ? 'today' : on,
    isForVisit,
    more: open.more,
  };
}

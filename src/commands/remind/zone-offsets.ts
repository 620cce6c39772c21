import type { OffsetMinutes } from '../../engine/reminders/wall-time.ts';

const minute = 60_000;
/** Clocks are changed on quarters of an hour. */
const quarter = 15 * minute;

/**
 * Minutes east of Greenwich in a zone by its name. Through Intl, which takes a moment to start: for a look ahead only.
 *
 * @throws RangeError for a zone that Intl does not know
 */
export function offsetsOf(zone: string): OffsetMinutes {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const known = new Map<number, number>();
  return (at) => {
    const place = Math.floor(at / quarter);
    const before = known.get(place);
    if (before !== undefined) return before;
    const shown = Object.fromEntries(
      parts.formatToParts(place * quarter).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0 } = shown;
    const offset = (Date.UTC(year, month - 1, day, hour, minutes) - place * quarter) / minute;
    known.set(place, offset);
    return offset;
  };
}

/** Names of all zones that Intl knows. */
export function allZones(): readonly string[] {
  return [...Intl.supportedValuesOf('timeZone'), 'UTC'];
}

/**
 * The zone of a name that is not among those: Intl lists one name of each zone, often the old one, and takes them all. The
 * city is enough. Undefined where it takes none.
 */
export function otherZone(typed: string): string | undefined {
  const name = typed
    .trim()
    .replace(/\s+/g, '_')
    .replace(/(?<![a-z])[a-z]/gi, (letter) => letter.toUpperCase());
  const regions = new Set(allZones().map((zone) => zone.slice(0, zone.indexOf('/') + 1)));
  return [...regions].map((region) => region + name).find(isZone);
}

function isZone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat('en-US', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

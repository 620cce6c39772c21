import { existsSync, readlinkSync } from 'node:fs';

/** What the system tells about its zone; a test makes it up. */
export interface ZoneFacts {
  /** `TZ`, which beats the system's setting. */
  readonly variable: string | undefined;
  /** Where the system's own zone file points; undefined when it is no link. */
  link(): string | undefined;
  /** Whether the system's tables hold a zone of this name. */
  isKnown(name: string): boolean;
}

const tables = '/usr/share/zoneinfo/';

export function systemZoneFacts(variable: string | undefined): ZoneFacts {
  return {
    variable,
    link() {
      try {
        return readlinkSync('/etc/localtime');
      } catch {
        return undefined;
      }
    },
    isKnown: (name) => existsSync(tables + name),
  };
}

/**
 * Place names of the zone tables. Others ("US/Pacific", "EST5EDT", a rule in `TZ`) are left to Intl, which knows today's
 * names for them.
 */
const placeName =
  /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(?:\/[A-Za-z_+-]+){1,2}$/;

/**
 * IANA name of the machine's zone, found the way ICU finds it. Asking Intl instead takes 12 ms and 15 MB on the first
 * call, on the way to the first screen; it is asked when the system does not say plainly.
 */
export function machineZone(
  facts: ZoneFacts,
  ask = () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
): string {
  const name = facts.variable || facts.link()?.split('/zoneinfo/')[1];
  if (name === 'UTC' || name === 'Etc/UTC') return 'UTC';
  return name !== undefined && placeName.test(name) && facts.isKnown(name) ? name : ask();
}

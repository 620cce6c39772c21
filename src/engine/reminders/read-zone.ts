import { type Nearest, quoted, type Reading, read, refused } from './reading.ts';

/** A zone by its name, such as Europe/London, in any case; the last part is enough where one zone alone has it. */
export function readZone(text: string, zones: readonly string[], nearest: Nearest): Reading<string> {
  const typed = text.trim().toLowerCase().replace(/\s+/g, '_');
  const whole = zones.find((zone) => zone.toLowerCase() === typed);
  if (whole !== undefined) return read(whole);
  const cities = zones.filter((zone) => cityOf(zone) === typed);
  if (cities.length === 1 && cities[0] !== undefined) return read(cities[0]);
  const near =
    nearest(typed, zones) ?? zones.find((zone) => cityOf(zone) === nearest(typed, zones.map(cityOf)));
  return refused(
    near === undefined
      ? `${quoted(text)} is no time zone. Use a name such as Europe/London or Australia/Sydney.`
      : `${quoted(text)} is no time zone. Did you mean ${near}?`,
  );
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
}

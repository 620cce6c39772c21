/** Ten years of a careful person: ten everyday events a day, as backcare itself writes them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from './world.mjs';

const tenYears = 36_500;
const perDay = 10;
const day = 24 * 60 * 60 * 1000;

/**
 * @param assessedAt places of the events that are assessments (0 is the oldest)
 * @param events how many, the newest now
 * @returns the folder to be given as BACKCARE_HOME
 */
export function writeHistory(name, { line, checksum, assessment }, assessedAt, events = tenYears) {
  const home = join(scratch, name);
  const start = Date.now() - (events / perDay) * day;
  const assessments = new Set(assessedAt);
  const lines = Array.from({ length: events }, (_, place) => {
    const id = place.toString(36).padStart(26, '0').toUpperCase();
    const at = new Date(start + (place * day) / perDay).toISOString().replace('Z', '+00:00');
    const kind = assessments.has(place) ? 'assessment' : place % 4 === 0 ? 'practice' : 'log';
    const body =
      kind === 'assessment' ? assessment : { worst: place % 11, usual: place % 7, note: 'as usual' };
    return line.encodeLine({ id, at, zone: 'Europe/London', kind, body }, checksum.crc32);
  });
  mkdirSync(join(home, 'data'), { recursive: true, mode: 0o700 });
  writeFileSync(join(home, 'data', 'journal.jsonl'), Buffer.concat(lines), { mode: 0o600 });
  return home;
}

/** One every two months, the newest four weeks ago. */
export const usualAssessments = Array.from(
  { length: 60 },
  (_, place) => tenYears - 28 * perDay - place * 600,
);
/** Only one, ten years ago: everything is read to find it. */
export const oldestAssessment = [0];

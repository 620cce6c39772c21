import { notices } from '../data/safety-net.ts';
import { instantWithOffset } from '../engine/instant.ts';
import type { assessmentJson } from './assessment-json.ts';
import { concernWords } from './concern-words.ts';
import { linesOf } from './document-lines.ts';
import type { LogView } from './log-view.ts';

/** The versioned contract of `log --json`, schema backcare/log@1. */
export function logJson(
  view: LogView,
  { id, danger }: { readonly id: string | null; readonly danger: ReturnType<typeof assessmentJson> | null },
) {
  const { contact, entry, last, concerns, help = [], beside } = view;
  const { usual, worst, interference, where, sleep, stress, activities } = entry;
  const note = help.length === 0 ? entry.note : undefined;
  return {
    schema: 'backcare/log@1',
    tool: `backcare ${view.version}`,
    notice: notices.limits.text,
    emergency: { number: contact.number, country: contact.countryCode ?? null, text: contact.line },
    advice: linesOf([...help, ...view.advice]),
    id,
    at: instantWithOffset(entry.at, entry.offsetMinutes),
    kept: { usual, worst, interference, where, sleep, stress, activities, note, signs: view.signs },
    before:
      last === undefined
        ? null
        : { usual: last.entry.usual, at: instantWithOffset(last.entry.at, last.entry.offsetMinutes) },
    /** The whole result where help is needed soon: shown before anything is kept, so the entry has no id yet. */
    danger,
    concerns: concerns.map((concern) => {
      const { title, lines, tone } = concernWords(concern, contact, beside);
      const { id: rule, sources, judged } = concern.kind === 'watch' ? concern.rule : concern.fired.rule;
      return { id: rule, tone, title, lines, sources, judged: judged ?? false };
    }),
  };
}

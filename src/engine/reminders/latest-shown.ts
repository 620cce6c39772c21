import type { ReminderHistory } from './reminder-history.ts';

/** Older than this it is not what the person means. */
const longest = 24 * 60 * 60_000;

/** What the newest prompt without an answer stood for; undefined when there is none. */
export function latestShown(
  { marks }: Pick<ReminderHistory, 'marks'>,
  now: number,
): readonly string[] | undefined {
  let newest = now - longest;
  let ids: string[] = [];
  for (const [id, { shown, answer }] of marks) {
    const at = shown.at(-1);
    const isOpen = at !== undefined && at <= now && (answer === undefined || answer.at < at);
    if (!isOpen || at < newest) continue;
    if (at > newest) ids = [];
    newest = at;
    ids.push(id);
  }
  return ids.length === 0 ? undefined : ids;
}

import type { ReminderTables, ReminderText } from '../../data/reminder-schema.ts';
import { isLull } from './lull.ts';
import type { DueReminder } from './plan-reminders.ts';
import type { ReminderHistory } from './reminder-history.ts';

/** From this pain on only gentle words (R9). */
const severePain = 7;

interface TextWishes {
  readonly tables: Pick<ReminderTables, 'kinds' | 'texts' | 'discreet' | 'missed'>;
  readonly history: Pick<ReminderHistory, 'recentTexts' | 'lastSign' | 'lull'>;
  /** 0 to 10. */
  readonly pain?: number;
  /** Others may read it. */
  readonly discreet: boolean;
}

/**
 * What a prompt says, and the id of the text for the record. Never the one that its kind had the last time; otherwise the
 * occurrence chooses, so that two machines say the same.
 */
export function promptText(
  due: readonly DueReminder[],
  { tables, history, pain = 0, discreet }: TextWishes,
): { readonly id: string; readonly text: string } {
  const kindOf = ({ schedule }: DueReminder) => tables.kinds.find(({ id }) => id === schedule.kind);
  const main = due.find((each) => kindOf(each)?.first === true) ?? due[0];
  if (main === undefined) return { id: '', text: '' };
  const { schedule, occurrence } = main;
  const isOneAWeek = isLull(history);
  const isOpen = !discreet && !isOneAWeek;
  const { cue, says } = schedule;
  const before = isOpen && cue !== undefined ? `${cue.charAt(0).toUpperCase()}${cue.slice(1)}: ` : '';
  if (isOpen && says !== undefined) return { id: 'own-words', text: before + says };
  const all = isOneAWeek ? tables.missed : discreet ? tables.discreet : tables.texts[schedule.kind];
  const gentle = all.filter((text) => text.gentle === true);
  const texts = pain >= severePain && gentle.length > 0 ? gentle : all;
  const chosen = choose(
    texts,
    occurrence.id,
    history.recentTexts.find((id) => all.some((text) => text.id === id)),
  );
  const [from, until] = kindOf(main)?.minutes ?? [2, 2];
  const minutes = Math.max(2, Math.round((from + until) / 2));
  const text = chosen?.text.replace('{n}', String(occurrence.number)).replace('{min}', String(minutes));
  return { id: chosen?.id ?? '', text: before + (text ?? schedule.name) };
}

function choose(
  texts: readonly ReminderText[],
  seed: string,
  last: string | undefined,
): ReminderText | undefined {
  const place = spreadOf(seed) % texts.length;
  return texts[place]?.id === last ? texts[(place + 1) % texts.length] : texts[place];
}

/** A number that differs widely for texts that differ little (FNV-1a). */
function spreadOf(text: string): number {
  let spread = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    spread = Math.imul(spread ^ text.charCodeAt(place), 0x01000193) >>> 0;
  return spread;
}

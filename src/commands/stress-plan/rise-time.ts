import { InputError } from '../../errors.ts';

const example = 'backcare stress-plan --quick --rise 6:45';

/** A time of the morning, as "6:45"; undefined when none was given. Throws `InputError`. */
export function riseFrom(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = riseTime(text);
  if (time !== undefined) return time;
  throw new InputError(`--rise cannot be ${JSON.stringify(text)}.`, {
    reason: 'It is the time to get up, from 0:00 to 23:59.',
    next: `For example: ${example}`,
  });
}

/** Throws `InputError` where a time is given to a plan that has none. */
export function checkRise({ quick, rise }: { readonly quick?: boolean; readonly rise?: string }): void {
  if (rise === undefined) return;
  if (quick !== true) throw new InputError('--rise goes with --quick.', { next: `For example: ${example}` });
  riseFrom(rise);
}

/** "6:45" of "6.45", "06:45" or "6:45 am"; undefined when it is no time. */
export function riseTime(text: string): string | undefined {
  const [, hours = '', minutes = '00', half] =
    /^(\d{1,2})(?:[:.](\d{2}))? ?([ap]m)?$/i.exec(text.trim()) ?? [];
  const said = hours === '' ? Number.NaN : Number(hours);
  const hour = half === undefined ? said : (said % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const isTime = hour <= 23 && Number(minutes) <= 59 && (half === undefined || (said >= 1 && said <= 12));
  return isTime ? `${hour}:${minutes}` : undefined;
}

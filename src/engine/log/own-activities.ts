import { fieldsOf } from './saved-entry.ts';

/** More than these nobody rates every day. */
export const mostActivities = 3;
/** Letters of a name: it must fit a column and a flag. */
export const longestActivity = 40;

/** The activities in the body of the event that lists them; of any version. */
export function savedActivities(body: unknown): readonly string[] {
  const { activities } = fieldsOf(body);
  return Array.isArray(activities) ? activities.filter((name) => typeof name === 'string') : [];
}

/** Names are the same when they differ only in case and in white space around them. */
export function sameActivity(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

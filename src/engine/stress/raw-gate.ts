import { crisisWords } from './gate.ts';

/** Why help comes first: an answer says so, or the words may. */
export type HelpAsked = 'answer' | 'words';

/** Only these say that there are no such thoughts, or keep it back; whatever else stands there counts as yes. */
const harmless = ['no', 'false', 'skipped', 'rather-not-say', 'null', ''];
const answered = /["']?\bself[-_ ]?harm["']?\s*[:=]\s*("[^"]*"|'[^']*'|[^\s,}\]]*)/gi;

/**
 * Whether raw text asks for help first: a file of answers, or one `id=value`. It is looked at before anything else is, so
 * that no mistake in it hides the number.
 */
export function helpAskedIn(raw: string): HelpAsked | undefined {
  const text = raw
    // A file of two bytes a letter is refused later, and read all the same.
    .replaceAll('\0', '')
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrtbf]/g, ' ');
  const answers = [...text.matchAll(answered)].map(([, value = '']) => value.replace(/["']/g, ''));
  if (answers.some((value) => !harmless.includes(value.trim().toLowerCase()))) return 'answer';
  return crisisWords(text.replace(answered, ' ')) ? 'words' : undefined;
}

import { isRunning, type PracticeEvent, type PracticeState } from '../../engine/practice/practice-state.ts';
import { practiceView } from '../../engine/practice/practice-view.ts';
import type { TerminalFacts } from '../terminal-facts.ts';

interface PracticeKey {
  readonly event: PracticeEvent['kind'];
  readonly press: string;
  /** Key and meaning as the last lines show them; undefined where the key does nothing now. */
  readonly hint: (state: PracticeState) => readonly [key: string, meaning: string] | undefined;
  /** Pressing it again and again is meant: a held key moves on slowly. */
  readonly repeats?: boolean;
}

/** The one table of keys: the player acts on it, and the hints are made from it. */
const practiceKeys: readonly PracticeKey[] = [
  {
    event: 'toggle-pause',
    press: ' ',
    hint: (state) => ['space', isRunning(state) ? 'pause' : 'go on'],
  },
  { event: 'back', press: 'left', repeats: true, hint: () => ['←', 'back'] },
  { event: 'forward', press: 'right', repeats: true, hint: () => ['→', 'on'] },
  {
    event: 'easier',
    press: 'e',
    hint: (state) => (practiceView(state)?.item.easier === undefined ? undefined : ['e', 'easier']),
  },
  { event: 'skip', press: 's', hint: () => ['s', 'skip'] },
  { event: 'how', press: '?', hint: ({ showsHow }) => ['?', showsHow ? 'close' : 'how'] },
  { event: 'stop', press: 'q', hint: () => ['q', 'stop and keep'] },
];

/** Key and meaning of every key that does something now. */
export function hintsOf(state: PracticeState): readonly (readonly [key: string, meaning: string])[] {
  return practiceKeys.map(({ hint }) => hint(state)).filter((hint) => hint !== undefined);
}

/** A held key begins to repeat after 250 to 660 ms, and then comes many times a second. */
const [heldMilliseconds, repeatMilliseconds] = [700, 250] as const;

/**
 * Turns what the keyboard sends into events. A key that is held, or that something heavy lies on, counts once; an arrow
 * twice at most. Other keys mean nothing.
 */
export function createKeyReader({
  now,
}: Pick<TerminalFacts, 'now'>): (keys: string) => readonly PracticeEvent['kind'][] {
  let last: { readonly press: string; readonly at: number } | undefined;
  const takes = ({ press, repeats }: PracticeKey): boolean => {
    const at = now();
    const wait = repeats === true ? repeatMilliseconds : heldMilliseconds;
    const isHeld = last?.press === press && at - last.at < wait;
    last = { press, at };
    return !isHeld;
  };
  return (keys) =>
    pressesIn(keys).flatMap((press) => {
      const key = practiceKeys.find((one) => one.press === press);
      return key !== undefined && takes(key) ? [key.event] : [];
    });
}

/** One key after the other: arrows by their name, letters small. Other sequences are one key without a meaning. */
function pressesIn(keys: string): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: keys that are no letters begin with an escape
  const parts = keys.match(/\u001b(?:\[[0-9;?]*[ -/]*[@-~]|O.|.)?|./gsu) ?? [];
  return parts.map((part) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
    if (/^\u001b[[O]D$/.test(part)) return 'left';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
    if (/^\u001b[[O]C$/.test(part)) return 'right';
    return part.toLowerCase();
  });
}

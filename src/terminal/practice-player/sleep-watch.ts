import type { Clock } from '../../context.ts';
import { longestTick } from '../../engine/practice/advance.ts';
import type { TerminalFacts } from '../terminal-facts.ts';

/**
 * Notices that the machine slept where its steady clock sleeps too, as on Linux: the clock on the wall is then ahead of it.
 * One that was set forward looks the same; then a session pauses once for nothing. Ask at each event.
 */
export function watchSleep({ now }: Pick<TerminalFacts, 'now'>, wall: Pick<Clock, 'now'>): () => boolean {
  let ahead = wall.now() - now();
  return () => {
    const before = ahead;
    ahead = wall.now() - now();
    return ahead - before > longestTick;
  };
}

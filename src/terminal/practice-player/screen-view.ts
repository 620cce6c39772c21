import type { PracticePieces } from '../../context.ts';
import { createPen } from '../pen.ts';
import type { TerminalFacts } from '../terminal-facts.ts';
import { drawFrame } from './frame.ts';
import type { PlayerView } from './player-view.ts';

const csi = '\u001b[';
/**
 * The second screen of the terminal, as editors use it: digits as large as the window leave no trace in what stands above
 * the command, and a window that changes its width breaks no lines of theirs. A terminal without one is cleared.
 */
const openScreen = `${csi}?1049h${csi}?25l${csi}H${csi}2J`;
const closeScreen = `${csi}H${csi}2J${csi}?1049l${csi}?25h`;
/** What stands between these appears at once, on terminals that know them. */
const [beginUpdate, endUpdate] = [`${csi}?2026h`, `${csi}?2026l`] as const;
/** A picture that breathes moves so often: about a dot at a time. */
const frameMilliseconds = 200;
/** How long a sentence about the sound stays. */
const noticeMilliseconds = 15_000;

/** The whole window, drawn anew row by row, and only the rows that changed: nothing flickers. */
export function createScreenView(facts: TerminalFacts, pieces: PracticePieces): PlayerView {
  const { output, theme, size, now } = facts;
  let drawn: readonly string[] = [];
  let noticed: { readonly text: string; readonly at: number } | undefined;

  const noticeFor = (instead: string | undefined): string | undefined => {
    if (instead === undefined) return undefined;
    if (noticed?.text !== instead) noticed = { text: instead, at: now() };
    return now() - noticed.at < noticeMilliseconds ? instead : undefined;
  };

  return {
    frame: frameMilliseconds,
    open() {
      drawn = [];
      output.write(openScreen);
    },
    show({ state }, instead) {
      const room = size();
      const rows = drawFrame({
        state,
        pictures: pieces.pictures,
        notice: noticeFor(instead),
        pen: createPen(theme, room),
        glyphs: theme.glyphs,
        size: room,
      });
      const changes = Array.from({ length: Math.max(rows.length, drawn.length) }, (_, at) =>
        rows[at] === drawn[at] ? '' : `${csi}${at + 1};1H${rows[at] ?? ''}${csi}K`,
      ).join('');
      drawn = rows;
      if (changes !== '') output.write(beginUpdate + changes + endUpdate);
    },
    disturbed() {
      drawn = [];
      output.write(`${csi}2J`);
    },
    close: () => output.write(closeScreen),
  };
}

/**
 * What is said, without how it looks. Every screen, sheet and export is a Document; the renderers in
 * `src/render` turn one into terminal text, plain text, Markdown or HTML.
 */
import type { FigurePanel } from './drawing.ts';

// With the types of its pictures, a renderer needs to know this file alone.
export type { Drawing, FigurePanel, Point, Stroke, StrokeRole } from './drawing.ts';

/** How grave a callout is. Each has its own symbol and word, so colour is never the only sign. */
export type Tone = 'emergency' | 'urgent' | 'routine' | 'calm' | 'note';

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly quiet?: boolean }
  /** The one thing to see first: a symbol, a headline, and lines under it. */
  | {
      readonly kind: 'callout';
      readonly tone: Tone;
      readonly title: string;
      readonly lines: readonly string[];
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  /** Short label left, text right, wrapped under itself: "now   Legs up on a chair …". */
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Pictures that belong together; the label says all of them for a person who cannot see them. */
  | { readonly kind: 'figures'; readonly label: string; readonly panels: readonly FigurePanel[] }
  /** Boxes to tick, on paper or not: a row for each thing, a column for each day. */
  | {
      readonly kind: 'ticks';
      readonly label: string;
      readonly columns: readonly string[];
      readonly rows: readonly string[];
    }
  /** Values from left to right, as a picture and as a table: nothing stands where nothing is known. */
  | ({ readonly kind: 'chart' } & Chart)
  /** Commands to run next. */
  | { readonly kind: 'next'; readonly commands: readonly string[] };

export interface Chart {
  /** Over the picture, short. */
  readonly title: string;
  /** What it shows, a sentence: all of it for a person who cannot see it. */
  readonly label: string;
  /** Ends of the scale. */
  readonly top: number;
  readonly bottom: number;
  /** Names of the places from left to right, such as days. */
  readonly places: readonly string[];
  /** At most two can be told apart: one that is a line and one of marks. A value for each place. */
  readonly series: readonly {
    readonly name: string;
    readonly style: 'line' | 'marks';
    readonly values: readonly (number | undefined)[];
  }[];
  /** Stretches to mark, both ends included, counted in places from 0. */
  readonly spans: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

export interface Row {
  readonly label: string;
  /** A second short column ("fits well"), when every row of the block has one. */
  readonly note?: string;
  readonly text: string;
  /** Dim details under the text: sources, reasons. */
  readonly details?: readonly string[];
  /** Values from 0 to 10 as a small picture before the text, on a screen only: the text says it without. */
  readonly spark?: readonly (number | undefined)[];
}

export interface Document {
  readonly title: string;
  /** A sheet for a professional: smaller letters on paper, so that it fits one page. */
  readonly isDense?: boolean;
  readonly blocks: readonly Block[];
}

/**
 * What is said, without how it looks. Every screen, sheet and export is a Document; the renderers in
 * `src/render` turn one into terminal text, plain text, Markdown or HTML.
 */

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
  /** Commands to run next. */
  | { readonly kind: 'next'; readonly commands: readonly string[] };

export interface Row {
  readonly label: string;
  /** A second short column ("fits well"), when every row of the block has one. */
  readonly note?: string;
  readonly text: string;
  /** Dim details under the text: sources, reasons. */
  readonly details?: readonly string[];
}

export interface Document {
  readonly title: string;
  readonly blocks: readonly Block[];
}

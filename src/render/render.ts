import type { Document } from '../documents/document.ts';
import type { Theme } from './theme.ts';

/** What a document can become; `text` follows the theme, the others are the same everywhere. */
export type Format = 'text' | 'markdown' | 'html';

/** Where and how a document is shown. */
export interface RenderOptions {
  readonly format: Format;
  readonly theme: Theme;
}

/** A document as text that ends with a newline. Each format is loaded on use, so a short path stays cheap. */
export async function renderDocument(document: Document, { format, theme }: RenderOptions): Promise<string> {
  switch (format) {
    case 'text':
      return renderText(document, theme);
    case 'markdown':
      return (await import('./markdown.ts')).renderMarkdown(document);
    case 'html':
      return (await import('./html.ts')).renderHtml(document);
  }
}

async function renderText(document: Document, theme: Theme): Promise<string> {
  if (theme.layout === 'screen') return (await import('./terminal.ts')).renderTerminal(document, theme);
  // A pipe without colour, the usual one, must not pay for chalk.
  const [{ renderPlain }, paint] = await Promise.all([
    import('./plain.ts'),
    theme.colour === 0
      ? undefined
      : import('./paint.ts').then(({ createPaint }) => createPaint(theme.colour)),
  ]);
  return renderPlain(document, theme, paint);
}

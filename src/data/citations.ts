import type { Citation } from './schema.ts';
import { sources } from './sources.ts';

/** The publications as the program names them. What each says is for those who review the content, and is not packed. */
export const citations: readonly Citation[] = sources.map(({ id, title, authors, year, doi, checked }) => ({
  id,
  title,
  authors,
  year,
  doi,
  checked,
}));

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of the project as text. */
export const project = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

const documentation = project('docs/json.md');

/** The part of docs/json.md under a heading. */
export function sectionOf(heading: string): string {
  return documentation.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
}

/** The fields of the table under a heading. */
export function documentedFields(heading: string): readonly string[] {
  return [...sectionOf(heading).matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name ?? '');
}

/** The examples under these headings, in their order. */
export function examplesIn(...headings: readonly string[]) {
  return headings.flatMap((heading) =>
    [...sectionOf(heading).matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, text]) => JSON.parse(text ?? '')),
  );
}

/** Names of all fields with their place: `rules[].because[].finding`. */
export function pathsIn(value: unknown, place = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, `${place}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = place === '' ? key : `${place}.${key}`;
    return [path, ...pathsIn(inner, path)];
  });
}

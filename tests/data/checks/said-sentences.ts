import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { mostSchoolYears, schoolYears, spokenWords, syllablesIn } from './readability.ts';

/** A text of the program that is made of sentences, as it stands in the source. */
export interface Said {
  readonly file: string;
  readonly line: number;
  /** What is filled in at run time reads as "it". */
  readonly text: string;
}

/** Begins as a sentence and ends as one. */
const sentence = /^[A-Z"'].*\s.*[.?!]["”)]?$/s;
/** With so few words one long one decides everything: then its length alone is looked at. */
const fewWords = 6;
const mostSyllables = 5;
/** What studies say, for those who look a source up. */
const notSaid = ['data/sources.ts', 'data/sources-added.ts'];

/** Every text of the source folder that is made of sentences. */
export function allSaid(folder: string): readonly Said[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !notSaid.includes(file))
    .flatMap((file) => saidIn(file, readFileSync(join(folder, file), 'utf8')));
}

/** The texts of one file: literals and templates, no comments, names or paths. */
export function saidIn(file: string, source: string): readonly Said[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Said[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node)?.replace(/\s+/g, ' ');
    if (text !== undefined && sentence.test(text)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      found.push({ file, line: line + 1, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Whether it asks for more school than it should. */
export function isHard({ text }: Pick<Said, 'text'>): boolean {
  const words = spokenWords(text);
  if (words.length <= fewWords) return words.some((word) => syllablesIn(word) > mostSyllables);
  return schoolYears(text) > mostSchoolYears;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `it${literal.text}`).join('');
}

import { knowledgeTables } from '../../data/knowledge.ts';
import type { Question } from '../../data/schema.ts';
import { checkInSigns } from '../../data/watch.ts';
import type { Answers } from '../../engine/answers.ts';
import { InputError } from '../../errors.ts';
import { nearest } from '../nearest.ts';

/** Questions of the short form: the nerve signs in full, and the gravest of the others. */
export function shortForm(): readonly Question[] {
  const wanted: readonly string[] = checkInSigns;
  return knowledgeTables.questions.filter(({ id }) => wanted.includes(id));
}

/** Danger signs as they were named: what was understood counts, whatever else is wrong. */
export interface NamedSigns {
  readonly answers: Answers;
  /** The first word that is no sign. */
  readonly problem?: InputError;
}

/**
 * `--signs none`, or names of danger signs with commas between, `?` behind one that is not sure. Every danger sign of the
 * interview is taken, not only those of the short form.
 */
export function namedSigns(words: string): NamedSigns {
  const ids = knowledgeTables.questions
    .filter(({ kind, role }) => kind === 'bool' && role === 'safety')
    .map(({ id }) => id)
    .filter((id) => id.startsWith('rf-'));
  const given = words
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  if (given.length === 1 && given[0] === 'none') return { answers: {} };
  const read = given.map((word) => {
    const name = word.replace(/\?$/, '');
    return { word, id: ids.find((one) => one === name || one === `rf-${name}`) };
  });
  const wrong = read.find(({ id }) => id === undefined)?.word;
  const problem = given.length === 0 ? emptySigns() : wrong === undefined ? undefined : wrongSign(wrong, ids);
  return {
    answers: Object.fromEntries(
      read.flatMap(({ word, id }) => (id === undefined ? [] : [[id, word.endsWith('?') ? 'unsure' : 'yes']])),
    ),
    ...(problem === undefined ? {} : { problem }),
  };
}

function wrongSign(word: string, ids: readonly string[]): InputError {
  const name = word.replace(/\?$/, '');
  const near = nearest(name.startsWith('rf-') ? name : `rf-${name}`, ids);
  return new InputError(`--signs does not know ${JSON.stringify(word)}.`, {
    reason: `${near === undefined ? '' : `Did you mean "${near}"? `}It takes none alone, or names of danger signs.`,
    next: 'See them: backcare diagnose --questions',
  });
}

function emptySigns(): InputError {
  return new InputError('--signs is empty.', { next: 'Say --signs none, or name them: --signs fever' });
}

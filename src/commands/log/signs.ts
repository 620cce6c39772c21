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

/**
 * `--signs none`, or names of danger signs with commas between, `?` behind one that is not sure. Every danger sign of the
 * interview is taken, not only those of the short form. Throws `InputError` with the nearest name.
 */
export function signAnswers(words: string): Answers {
  const ids = knowledgeTables.questions
    .filter(({ kind, role }) => kind === 'bool' && role === 'safety')
    .map(({ id }) => id)
    .filter((id) => id.startsWith('rf-'));
  const given = words
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  if (given.length === 1 && given[0] === 'none') return {};
  const answers: { [id: string]: 'yes' | 'unsure' } = {};
  for (const word of given) {
    const name = word.replace(/\?$/, '');
    const id = ids.find((one) => one === name || one === `rf-${name}`);
    if (id === undefined) {
      const near = nearest(name.startsWith('rf-') ? name : `rf-${name}`, ids);
      throw new InputError(`--signs does not know ${JSON.stringify(word)}.`, {
        reason: `${near === undefined ? '' : `Did you mean "${near}"? `}It takes none, or names of danger signs.`,
        next: 'See them: backcare diagnose --questions',
      });
    }
    answers[id] = word.endsWith('?') ? 'unsure' : 'yes';
  }
  if (given.length > 0) return answers;
  throw new InputError('--signs is empty.', { next: 'Say --signs none, or name them: --signs fever' });
}

import type { Context, Prompter } from '../../context.ts';
import type { PlanningFlag } from '../../data/exercise-schema.ts';
import { exerciseTables } from '../../data/exercise-tables.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Answers } from '../../engine/answers.ts';
import { raisedFlags } from '../../engine/routine/raised-flags.ts';
import { InputError } from '../../errors.ts';
import { promptQuestion } from '../diagnose/prompt-page.ts';
import { nearest } from '../nearest.ts';
import type { BodyToday } from './body-today.ts';
import { aroundKind } from './stretch-record.ts';

const stems = {
  'around-body': 'Anything I should plan around? First your body.',
  'around-health': 'Anything I should plan around? Now your health.',
  'around-pain': 'Anything I should plan around? Last, this pain.',
} as const;
const titles = {
  'around-body': 'Your body',
  'around-health': 'Your health',
  'around-pain': 'This pain',
} as const;

/** Pages that nothing in the newest assessment settles, each with its flags. */
export function openPages(
  body: BodyToday,
): readonly { block: keyof typeof titles; flags: readonly PlanningFlag[] }[] {
  const { open } = raisedFlags({
    flags: exerciseTables.flags,
    knowledge: body.knowledge,
    assessment: body.assessment,
  });
  return (['around-body', 'around-health', 'around-pain'] as const).flatMap((block) => {
    const ids = open.find((page) => page.block === block)?.flags ?? [];
    const flags = exerciseTables.flags.filter(({ id }) => ids.includes(id));
    return flags.length === 0 ? [] : [{ block, flags }];
  });
}

/** Asks page by page, with a way back, and keeps the answers. Earlier answers stand on the lines. */
export async function askAround(prompter: Prompter, contact: Contact, body: BodyToday): Promise<Answers> {
  const pages = openPages(body);
  let answers: Answers = body.around?.answers ?? {};
  for (let place = 0; place < pages.length; ) {
    const page = pages[place];
    if (page === undefined) break;
    const reply = await prompter.page({
      emergencyLine: contact.line,
      title: titles[page.block],
      progress: `${place + 1} of ${pages.length}`,
      stem: stems[page.block],
      questions: page.flags.map((flag) =>
        promptQuestion({ kind: 'bool', role: 'closing', share: 0, ...flag }, answers),
      ),
      canGoBack: place > 0,
    });
    if (reply.kind === 'answered') answers = { ...answers, ...reply.answers };
    place += reply.kind === 'back' ? -1 : 1;
  }
  return answers;
}

/** `--around none`, or the flags that hold with commas between. Throws `InputError` with the nearest flag. */
export function aroundFrom(words: string): Answers {
  const asked = exerciseTables.flags.filter(({ block }) => block !== undefined).map(({ id }) => id);
  const named = words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const held = named.length === 1 && named[0] === 'none' ? [] : named;
  for (const word of held) {
    if (asked.includes(word)) continue;
    const near = nearest(word, [...asked, 'none']);
    throw new InputError(`--around does not know "${word}".`, {
      ...(near === undefined ? {} : { reason: `Did you mean "${near}"?` }),
      next: 'See all of them: backcare stretch around --list',
    });
  }
  if (named.length === 0) {
    throw new InputError('--around takes "none", or what applies, with commas between.', {
      next: 'See all of them: backcare stretch around --list',
    });
  }
  return Object.fromEntries(asked.map((id) => [id, held.includes(id) ? 'yes' : 'no']));
}

export async function keepAround(ctx: Context, answers: Answers): Promise<void> {
  await (await ctx.record()).append(aroundKind, { answers });
}

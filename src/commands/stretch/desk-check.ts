import type { Context, PromptQuestion } from '../../context.ts';
import { deskHabits, deskQuestions } from '../../data/desk-check.ts';
import type { DeskQuestion } from '../../data/exercise-schema.ts';
import { deskDocument } from '../../documents/desk-document.ts';
import { linesOf } from '../../documents/document-lines.ts';
import { adviceNow } from '../../documents/last-advice.ts';
import type { Answers } from '../../engine/answers.ts';
import { permission } from '../../engine/permissions.ts';
import { exitCodes, InputError } from '../../errors.ts';
import { contactFor } from '../contact.ts';
import { isConversation } from '../conversation.ts';
import type { GlobalFlags } from '../flags.ts';
import { nearest } from '../nearest.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { lastAssessment } from '../standing.ts';

const schema = 'backcare/desk-check@1';

/** Flags of `stretch desk-check`. */
export interface DeskCheckFlags extends GlobalFlags {
  readonly set?: readonly string[];
}

/** Six questions about a day at a desk; ends in habits and a routine, never in a score. Gives the exit code. */
export async function runDeskCheck(flags: DeskCheckFlags, ctx: Context): Promise<number> {
  const { preferences } = tolerantPreferences(ctx);
  const wishes = wishesOf(flags, preferences);
  const contact = contactFor(ctx, flags, preferences);
  const given = givenAnswers(flags.set ?? []);
  const last = await lastAssessment(ctx, preferences);
  const { standing } = last;
  const advice = adviceNow(last, contact);
  if (permission(standing, 'sheets') === 'action-only') {
    if (flags.json === true)
      ctx.io.out(
        `${JSON.stringify({ schema, allowed: false, advice: linesOf(advice), answers: {}, habits: [], routine: null }, null, 2)}\n`,
      );
    else await showDocument({ title: 'Get help now', blocks: advice }, ctx, flags, wishes);
    return exitCodes.answered;
  }
  const canAsk = isConversation(flags, ctx);
  if (Object.keys(given).length === 0 && !canAsk) {
    throw new InputError('The desk check needs answers, and nobody can be asked here.', {
      reason: `It takes ${deskQuestions.map(({ id }) => id).join(', ')}.`,
      next: 'For example: backcare stretch desk-check --set desk-hours=over-8 --set desk-breaks=hardly-any',
    });
  }
  const open = deskQuestions.filter(({ id }) => given[id] === undefined);
  const asked = canAsk && open.length > 0 ? await ask(open, contact.line, await ctx.prompter(wishes)) : {};
  const answers = { ...given, ...asked };
  const habits = habitsFor(answers);
  const isOpen =
    permission(standing, 'sheets') === 'yes' || permission(standing, 'sheets') === 'with-stop-rules';
  if (flags.json === true) {
    const routine = isOpen ? 'desk-break' : null;
    const out = { schema, allowed: true, advice: linesOf(advice), answers, habits, routine };
    ctx.io.out(`${JSON.stringify(out, null, 2)}\n`);
  } else {
    await showDocument(
      deskDocument(habits, { answered: Object.keys(answers).length, isOpen, advice }),
      ctx,
      flags,
      wishes,
    );
  }
  return exitCodes.answered;
}

async function ask(
  questions: readonly DeskQuestion[],
  emergencyLine: string,
  prompter: Awaited<ReturnType<Context['prompter']>>,
): Promise<Answers> {
  let answers: Answers = {};
  for (let place = 0; place < questions.length; ) {
    const question = questions[place];
    if (question === undefined) break;
    const reply = await prompter.page({
      emergencyLine,
      title: 'Your day at the desk',
      progress: `${place + 1} of ${questions.length}`,
      questions: [promptOf(question, answers)],
      canGoBack: place > 0,
    });
    if (reply.kind === 'answered') answers = { ...answers, ...reply.answers };
    place += reply.kind === 'back' ? -1 : 1;
  }
  return answers;
}

function promptOf({ id, label, ask: words, why, options }: DeskQuestion, answers: Answers): PromptQuestion {
  const current = answers[id];
  return {
    id,
    kind: 'single',
    label,
    ask: words,
    why,
    options: options.map((option) => ({ id: option.id, label: option.label })),
    ...(current === undefined ? {} : { current }),
  };
}

function habitsFor(answers: Answers) {
  const wanted = deskQuestions.flatMap(
    ({ id, options }) => options.find((option) => option.id === answers[id])?.habits ?? [],
  );
  return deskHabits.filter(({ id }) => wanted.includes(id));
}

/** Throws `InputError` that names the question, what it takes, and the nearest word. */
function givenAnswers(settings: readonly string[]): Answers {
  return Object.fromEntries(
    settings.map((setting) => {
      const at = setting.indexOf('=');
      const id = at === -1 ? setting : setting.slice(0, at);
      const value = at === -1 ? '' : setting.slice(at + 1);
      const question = deskQuestions.find((each) => each.id === id);
      if (question === undefined) throw unknown(`--set ${setting}`, id, deskQuestions);
      if (value !== 'skipped' && !question.options.some((option) => option.id === value))
        throw unknown(`--set ${setting}`, value, question.options);
      return [id, value];
    }),
  );
}

function unknown(place: string, word: string, known: readonly { readonly id: string }[]): InputError {
  const ids = known.map(({ id }) => id);
  const near = nearest(word, ids);
  return new InputError(`${place}: "${word}" is not known.`, {
    reason: `${near === undefined ? '' : `Did you mean "${near}"? `}It takes ${ids.join(', ')}.`,
    next: 'See how it is used: backcare stretch desk-check --help',
  });
}

import type { Context } from '../../context.ts';
import type { ReliefSign } from '../../data/relief-schema.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block } from '../../documents/document.ts';
import { linesOf } from '../../documents/document-lines.ts';
import { emergencyLine } from '../../documents/emergency-line.ts';
import { flareDocument } from '../../documents/flare-document.ts';
import { startFlare, tellOfLeg } from '../../engine/recovery/flare.ts';
import { type FlareBody, recoveryKinds } from '../../engine/recovery/recovery-events.ts';
import { exitCodes, InputError, RecordError } from '../../errors.ts';
import { callFirst } from '../contact.ts';
import { ratingFrom } from '../log/rating.ts';
import { toldAlone, watchPain } from './flare-pain.ts';
import { askSigns, keepNoSign, signFrom, tellSign } from './flare-signs.ts';
import { answer, keep, writePlanJson } from './keep.ts';
import {
  openToChange,
  planPage,
  type RecoveryRun,
  type RecoveryWorld,
  recoveryView,
  recoveryWorld,
} from './open-plan.ts';
import { oneOf, type RecoveryFlags } from './recovery-flags.ts';

export interface FlareFlags extends RecoveryFlags {
  readonly signs?: string;
  readonly grabs?: boolean;
  readonly legSigns?: boolean;
  readonly pain?: string;
  /** The flare is over. */
  readonly end?: boolean;
}

type Started = Omit<Extract<FlareBody, { is: 'started' }>, 'is'>;

/** Danger signs first; then the page of a flare, while goals wait. Gives the exit code. */
export async function runFlare(word: string | undefined, flags: FlareFlags, ctx: Context): Promise<number> {
  const world = recoveryWorld(flags, ctx);
  const given = flags.signs === undefined ? undefined : signFrom(flags.signs, world.contact);
  // What a danger sign means comes before a slip in another word, and before anything that a record says, or cannot say.
  const told = isSign(given) ? await tellSign(world, given) : undefined;
  if (word !== undefined)
    oneOf(word, ['over'], { what: 'nothing that a flare can be', example: 'backcare recovery flare over' });
  const pain = flags.pain === undefined ? undefined : ratingFrom(flags.pain, '--pain');
  if (told !== undefined) return told;
  const run = await openToChange(world, true).catch(async (error: unknown) => {
    if (error instanceof RecordError) await showAlone(world, saidOf({ ...flags, pain }));
    throw error;
  });
  if (run === undefined) return exitCodes.answered;
  if (word !== undefined || flags.end === true) return endFlare(run);
  const isRunning = run.kept.today.now.flare.kind === 'running';
  const said = { ...flags, pain };
  // Who calls for it again has news: nothing that was answered before covers what came since.
  if (given === undefined) {
    const hasNews = Object.keys(saidOf(said)).length > 0;
    if (!run.canAsk && (!isRunning || hasNews)) throw signsNotSaid(run.contact);
    if (run.canAsk && !(await askSigns(run, 'A flare: danger signs first'))) return exitCodes.answered;
  }
  if (!isRunning) return beginFlare(run, await howItIs(run, said));
  return changeFlare(run, saidOf(said), given === 'none');
}

function isSign(given: ReliefSign | 'none' | undefined): given is ReliefSign {
  return given !== undefined && given !== 'none';
}

async function beginFlare(run: RecoveryRun, body: Started): Promise<number> {
  const { facts } = run.kept;
  const start = startFlare('none', facts, body.legSigns === true);
  if (start.kind === 'refused') return showFlare(run, [start.because]);
  return keepAndShow(run, { is: 'started', ...body }, start.tellClinician);
}

/** A flare that runs is shown with what is new, never begun again. */
async function changeFlare(run: RecoveryRun, news: Started, isAsked: boolean): Promise<number> {
  if (Object.keys(news).length === 0) {
    if (isAsked) await keepNoSign(run);
    return showFlare(run, []);
  }
  const start = startFlare('none', run.kept.facts, news.legSigns === true);
  const tell = news.legSigns === true && start.kind === 'start' ? start.tellClinician : undefined;
  return keepAndShow(run, { is: 'changed', ...news }, tell, isAsked);
}

/** Watches, keeps and shows; a record that cannot be written stands before none of what was noticed. */
async function keepAndShow(
  run: RecoveryRun,
  body: Exclude<FlareBody, { is: 'over' }>,
  tell: string | undefined,
  isAsked = true,
): Promise<number> {
  const pain = await watchPain(run, body);
  if (pain === 'danger') {
    if (isAsked) await keepNoSign(run);
    return exitCodes.answered;
  }
  const { noticed } = pain;
  try {
    if (isAsked) await keepNoSign(run);
    await pain.keep();
    const after = await keep(run, recoveryKinds.flare, body);
    return showFlare(after, toldOf(run, tell), noticed);
  } catch (error) {
    if (error instanceof RecordError) await showUnkept(run, tell === undefined ? [] : [tell], noticed);
    throw error;
  }
}

/** After the danger signs, which are shown where no record can be read; JSON has had its one answer then. */
async function showAlone({ flags, show, contact }: RecoveryWorld, body: Started): Promise<void> {
  const blocks = toldAlone(body, contact);
  if (blocks.length > 0 && flags.json !== true) await show({ title: 'A flare', blocks });
}

/** What must be said although nothing could be kept. */
async function showUnkept(
  run: RecoveryRun,
  says: readonly string[],
  noticed: readonly Block[],
): Promise<void> {
  const blocks = [...noticed, ...says.map((text): Block => ({ kind: 'paragraph', text }))];
  if (blocks.length === 0) return;
  if (run.flags.json === true) await writePlanJson(run, linesOf(blocks));
  else await run.show({ title: 'A flare', blocks: [emergencyLine(run.contact), ...blocks] });
}

/** The page says of itself that a new feeling in a leg is for a clinician; JSON has only these sentences. */
function toldOf({ flags }: RecoveryRun, tell: string | undefined): readonly string[] {
  return tell === undefined || (tell === tellOfLeg && flags.json !== true) ? [] : [tell];
}

type Said = Pick<FlareFlags, 'grabs' | 'legSigns'> & { readonly pain: number | undefined };

function saidOf({ grabs, legSigns, pain }: Said): Started {
  return {
    ...(grabs === true ? { grabs } : {}),
    ...(legSigns === true ? { legSigns } : {}),
    ...(pain === undefined ? {} : { pain }),
  };
}

/** What a flare is like: flags, else one page of questions, else nothing. */
async function howItIs(run: RecoveryRun, flags: Said): Promise<Started> {
  const said = saidOf(flags);
  if (Object.keys(said).length > 0 || !run.canAsk) return said;
  const reply = await (await run.prompter()).page({
    emergencyLine: run.contact.line,
    title: 'This flare',
    progress: '1 of 1',
    questions: flareQuestions,
    canGoBack: false,
  });
  const answers = reply.kind === 'answered' ? reply.answers : {};
  const isYes = (id: string) => answers[id] === 'yes' || answers[id] === 'unsure';
  const rated = answers['flare-pain'];
  return {
    ...(isYes('flare-grabs') ? { grabs: true } : {}),
    ...(isYes('flare-leg') ? { legSigns: true } : {}),
    ...(typeof rated === 'number' ? { pain: rated } : {}),
  };
}

const flareQuestions = [
  {
    id: 'flare-pain',
    kind: 'number' as const,
    label: 'Usual pain today',
    ask: 'How strong is the pain today, most of the time, from 0 to 10?',
    why: 'It tells later whether the flare has settled.',
    unit: 'of 10' as const,
    minimum: 0,
    maximum: 10,
    ends: ['no pain', 'worst you can think of'] as const,
  },
  {
    id: 'flare-grabs',
    kind: 'bool' as const,
    label: 'The muscle grabs by itself',
    ask: 'Does the muscle grab or lock by itself?',
    why: 'A muscle that grabs has first steps of its own.',
  },
  {
    id: 'flare-leg',
    kind: 'bool' as const,
    label: 'New pain, tingling or numbness in a leg',
    ask: 'Did pain, tingling or numbness in a leg come with it that is new, or goes further down?',
    why: 'A new feeling in a leg is for a clinician to hear about.',
  },
];

async function endFlare(run: RecoveryRun): Promise<number> {
  const { flare } = run.kept.today.now;
  if (flare.kind !== 'running') {
    await answer(run, ['No flare is running. Nothing was changed.'], ['backcare recovery']);
    return exitCodes.answered;
  }
  const after = await keep(run, recoveryKinds.flare, { is: 'over' } satisfies FlareBody);
  await answer(
    after,
    [
      flare.isSettled
        ? 'The flare is over. Well done: it passed, and nothing was lost.'
        : 'The flare counts as over, as you say. Nothing was lost.',
      'Your plan goes on where it was. Begin with about half of before.',
      ...(flare.isSettled ? [] : ['Is the pain still high? Then it is no failure to call it a flare again.']),
    ],
    ['backcare recovery', 'backcare undo'],
  );
  return exitCodes.answered;
}

async function showFlare(
  run: RecoveryRun,
  says: readonly string[],
  noticed: readonly Block[] = [],
): Promise<number> {
  if (run.flags.json === true) await writePlanJson(run, [...linesOf(noticed), ...says]);
  else {
    const before = [...noticed, ...says.map((text) => ({ kind: 'paragraph', text }) as const)];
    await run.show(await planPage(run, { ...recoveryView(run), before }, 0, flareDocument));
  }
  return exitCodes.answered;
}

function signsNotSaid(contact: Contact): InputError {
  return new InputError(
    `${callFirst(contact)} The danger signs come before a flare, and nobody can be asked.`,
    {
      reason: 'Standard input is not a terminal, or a format or --no-input was asked for.',
      next: 'Read them with "backcare relief --no-input", then: backcare recovery flare --signs none',
    },
  );
}

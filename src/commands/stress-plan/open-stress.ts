import type { Context, Preferences, PresentationWishes, Prompter } from '../../context.ts';
import { stressTables } from '../../data/stress-tables.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block, Document } from '../../documents/document.ts';
import { daysAgoInWords, lastAdvice, whyOutdated } from '../../documents/last-advice.ts';
import { adviceStands, checkFirst, signWaits } from '../../documents/stress-closed.ts';
import type { StressJsonHead } from '../../documents/stress-json.ts';
import type { StressView } from '../../documents/stress-view.ts';
import { permission } from '../../engine/permissions.ts';
import { renderDocument } from '../../render/render.ts';
import { contactFor } from '../contact.ts';
import { isConversation } from '../conversation.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, themeOf, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { type LastAssessment, lastAssessment } from '../standing.ts';
import { numberFirst } from './number-first.ts';
import { hasSignSince } from './sign-since.ts';
import type { StressFlags } from './stress-flags.ts';

/** One run of a way of `stress-plan`, before anything is read of the person. */
export interface StressWorld {
  readonly ctx: Context;
  readonly flags: StressFlags;
  readonly wishes: PresentationWishes;
  readonly contact: Contact;
  readonly preferences: Preferences;
  /** Somebody sits there and can be asked. */
  readonly canAsk: boolean;
  /** Loaded when something is asked. */
  prompter(): Promise<Prompter>;
  show(document: Document): Promise<void>;
}

/** A run that a plan is open to. */
export interface StressRun extends StressWorld {
  /** What comes before anything else: the number of a crisis line after a crisis. */
  readonly before: readonly Block[];
}

export function stressWorld(flags: StressFlags, ctx: Context): StressWorld {
  const { preferences, problem } = tolerantPreferences(ctx);
  if (problem !== undefined) sayProblem(ctx, problem);
  const wishes = wishesOf(flags, preferences);
  return {
    ctx,
    flags,
    wishes,
    contact: contactFor(ctx, flags, preferences),
    preferences,
    canAsk: isConversation(flags, ctx),
    prompter: () => ctx.prompter(wishes),
    show: (document) => showDocument(document, ctx, flags, wishes),
  };
}

/**
 * The run, where the newest assessment allows a plan. Undefined when it does not: then the advice was shown, or what to do
 * first, and there is nothing more to say. Throws `RecordError`.
 */
export async function openStress(world: StressWorld): Promise<StressRun | undefined> {
  const { ctx, flags, contact, show } = world;
  const check = await lastAssessment(ctx, world.preferences);
  const before = await numberFirst(ctx, contact);
  const closed = await closedPage(world, check);
  if (closed === undefined) return { ...world, before };
  const page = { ...closed, blocks: [...before, ...closed.blocks] };
  if (world.canAsk && isCheckDue(check)) {
    if (!(await wantsCheck(world, page))) return undefined;
    const { runDiagnose } = await import('../diagnose/run.ts');
    const { save, ...others } = flags;
    await runDiagnose(save === false ? { ...others, save } : others, ctx);
    // Asked once: a check that was left open leaves the plan for another time.
    const after = await openStress({ ...world, canAsk: false });
    return after === undefined ? undefined : { ...after, canAsk: true };
  }
  if (flags.json === true) await writeStressJson({ ...world, before: [] }, 'closed', page.blocks);
  else await show(page);
  return undefined;
}

function isCheckDue({ standing, mayBeLost }: LastAssessment): boolean {
  return permission(standing, 'plans') === 'ask-for-diagnose' || (mayBeLost && standing === 'cleared');
}

async function closedPage(
  { ctx, contact }: StressWorld,
  check: LastAssessment,
): Promise<Document | undefined> {
  const { summary, standing, daysAgo } = check;
  if (isCheckDue(check)) return checkFirst(contact, whyOutdated(check));
  if (permission(standing, 'plans') !== 'yes') {
    const advice = summary === undefined ? [] : lastAdvice(summary, contact, daysAgoInWords(daysAgo));
    return adviceStands(contact, advice, summary);
  }
  return (await hasSignSince(await ctx.record(), summary)) ? signWaits(contact) : undefined;
}

async function wantsCheck({ ctx, wishes, prompter }: StressWorld, page: Document): Promise<boolean> {
  const chosen = await (await prompter()).choose({
    text: await renderDocument(page, { format: 'text', theme: themeOf(ctx, wishes, 'error') }),
    message: '',
    choices: [
      { key: 'c', value: 'check', label: 'check it now' },
      { key: 'q', value: 'leave', label: 'leave' },
    ],
    initial: 'check',
  });
  return chosen === 'check';
}

/** What the documents of a plan are made of. */
export async function stressView(
  { contact, flags, before }: StressRun,
  plan: StressView['plan'],
  state: StressView['state'],
): Promise<StressView> {
  const isLong = flags.explain === true || flags.format === 'markdown' || flags.format === 'html';
  const sources = isLong ? (await import('../../data/citations.ts')).citations : [];
  return { contact, tables: stressTables, plan, state, before, sources, detail: isLong ? 'full' : 'short' };
}

/** What every JSON of `stress-plan` begins with. */
export function jsonHead({ ctx, contact }: StressWorld): StressJsonHead {
  const at = ctx.clock.now();
  return { contact, version: ctx.version, at, offsetMinutes: ctx.clock.offsetMinutes(at) };
}

/** The answer as JSON where there is no plan to show. */
export async function writeStressJson(
  run: StressRun,
  state: 'closed' | 'help-first' | 'none',
  advice: readonly Block[],
): Promise<void> {
  const { stressJson } = await import('../../documents/stress-json.ts');
  writeJson(run.ctx, stressJson({ ...jsonHead(run), state, advice }));
}

export function writeJson(ctx: Context, json: unknown): void {
  ctx.io.out(`${JSON.stringify(json, null, 2)}\n`);
}

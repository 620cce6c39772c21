import type { Context, Preferences, PresentationWishes, Prompter } from '../../context.ts';
import { citations } from '../../data/citations.ts';
import { recoveryTables } from '../../data/recovery-tables.ts';
import { shortConcern } from '../../documents/concern-glance.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block, Document } from '../../documents/document.ts';
import { linesOf } from '../../documents/document-lines.ts';
import { adviceNow } from '../../documents/last-advice.ts';
import { recoveryDocument } from '../../documents/recovery-document.ts';
import type { RecoveryJsonView } from '../../documents/recovery-json.ts';
import { checkFirstDocument } from '../../documents/recovery-kept.ts';
import { mostLeftOut, type RecoveryView } from '../../documents/recovery-view.ts';
import { signsLines, signsSheet } from '../../documents/relief-document.ts';
import { permission } from '../../engine/permissions.ts';
import { heatOrColdFor, remedyFactsOf } from '../../engine/recovery/remedies-for.ts';
import { RecordError } from '../../errors.ts';
import { renderDocument } from '../../render/render.ts';
import { concernGlance } from '../concern-glance.ts';
import { contactFor } from '../contact.ts';
import { isConversation } from '../conversation.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, themeOf, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';
import { type KeptPlan, keptPlan } from './kept-plan.ts';
import type { RecoveryFlags } from './recovery-flags.ts';
import { remedyTables } from './remedy-tables.ts';

/** The world of one run, before anything is read of the person. */
export interface RecoveryWorld {
  readonly ctx: Context;
  readonly flags: RecoveryFlags;
  readonly wishes: PresentationWishes;
  readonly contact: Contact;
  readonly preferences: Preferences;
  /** Somebody sits there and can be asked. */
  readonly canAsk: boolean;
  /** Loaded when something is asked. */
  prompter(): Promise<Prompter>;
  show(document: Document): Promise<void>;
}

/** One run of a way of `recovery`, with the plan that it is about. */
export interface RecoveryRun extends RecoveryWorld {
  readonly kept: KeptPlan;
}

export function recoveryWorld(flags: RecoveryFlags, ctx: Context): RecoveryWorld {
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
 * The plan, where the newest assessment allows one. Undefined when it does not: then the advice was shown, or what to do
 * first, and there is nothing more to say. Throws `RecordError`, after the danger signs were shown with what they ask for.
 *
 * @param closedJson the JSON of this way, with nothing in it but the advice
 * @param whenClosed what becomes of what was said where there is no plan, under the advice; undefined when more came of it
 *   and was shown. Left out where nothing was said
 */
export async function openPlan(
  world: RecoveryWorld,
  closedJson: (view: RecoveryJsonView) => Promise<object> = noPlanJson,
  whenClosed?: (run: RecoveryRun) => Promise<readonly Block[] | undefined>,
): Promise<RecoveryRun | undefined> {
  const { ctx, flags, contact, show } = world;
  const kept = await keptOrAdvice(world, closedJson);
  const run = { ...world, kept };
  const closed = closedPage(run, contact);
  if (closed === undefined) return run;
  if (world.canAsk && permission(kept.body.standing, 'plans') === 'ask-for-diagnose') {
    if (await wantsCheck(run, closed)) {
      const { runDiagnose } = await import('../diagnose/run.ts');
      await runDiagnose(flags, ctx);
      // Asked once: a check that was left open leaves the plan for another time.
      const after = await openPlan({ ...world, canAsk: false }, closedJson, whenClosed);
      return after === undefined ? undefined : { ...after, canAsk: true };
    }
    if (whenClosed === undefined) return undefined;
  }
  const became = await whenClosed?.(run).catch(async (error: unknown) => {
    // What cannot be kept stands before no advice.
    if (error instanceof RecordError && flags.json !== true) await show(closed);
    throw error;
  });
  if (whenClosed !== undefined && became === undefined) return undefined;
  const told = became ?? [];
  if (flags.json === true) {
    const json = await closedJson({ ...jsonHead(run), before: closed.blocks, isAllowed: false });
    writeJson(ctx, whenClosed === undefined ? json : { ...json, says: linesOf(told) });
  } else {
    const next = closed.blocks.filter(({ kind }) => kind === 'next');
    const above = closed.blocks.filter(({ kind }) => kind !== 'next');
    await show({ ...closed, blocks: [...above, ...told, ...next] });
  }
  return undefined;
}

/** The plan, for what changes it: where there is none, it is said that nothing was changed. */
export function openToChange(world: RecoveryWorld, isChange: boolean): Promise<RecoveryRun | undefined> {
  const text = 'The plan waits, so nothing in it was changed.';
  return openPlan(world, noPlanJson, isChange ? async () => [{ kind: 'paragraph', text }] : undefined);
}

/** A record that cannot be read stands before no danger sign: those come first, then the failure. */
async function keptOrAdvice(
  { ctx, flags, contact, preferences, show }: RecoveryWorld,
  closedJson: (view: RecoveryJsonView) => Promise<object>,
): Promise<KeptPlan> {
  try {
    return await keptPlan(ctx, preferences);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    if (flags.json === true) {
      const at = ctx.clock.now();
      const offsetMinutes = ctx.clock.offsetMinutes(at);
      const before = signsLines(contact).map((text): Block => ({ kind: 'paragraph', text }));
      const head = { contact, version: ctx.version, at, offsetMinutes, before };
      writeJson(ctx, await closedJson({ ...head, isAllowed: false }));
    } else await show(signsSheet(contact));
    throw error;
  }
}

async function wantsCheck({ ctx, wishes, prompter }: RecoveryRun, page: Document): Promise<boolean> {
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

function closedPage(run: RecoveryRun, contact: Contact): Document | undefined {
  const { body, facts } = run.kept;
  const allowed = permission(body.standing, 'plans');
  if (allowed === 'ask-for-diagnose') return checkFirstDocument(contact, body);
  if (allowed !== 'yes') return { title: 'Get help first', blocks: adviceOf(run) };
  return facts.dangerSign ? recoveryDocument(recoveryView(run)) : undefined;
}

function adviceOf({ kept: { body }, contact }: RecoveryRun): readonly Block[] {
  return adviceNow(body, contact);
}

/** The plan goes on meanwhile, and what an entry called for stands over it. */
function concernBlocks({ told, body }: KeptPlan): readonly Block[] {
  const concern = concernGlance(told, body);
  return concern === undefined ? [] : [shortConcern(concern)];
}

/** What the documents of a plan are made of. */
export function recoveryView({ kept, contact, flags }: RecoveryRun): RecoveryView {
  const { facts, today } = kept;
  return {
    contact,
    tables: recoveryTables,
    today,
    heatOrCold: heatOrColdFor(remedyTables, remedyFactsOf(facts, today)),
    before: concernBlocks(kept),
    checkIn: today.now.pause === undefined ? kept.checkIn : undefined,
    detail: flags.explain === true ? 'full' : 'short',
    leftOut: 0,
    sources: citations,
  };
}

/** Rows of the smallest usual screen. */
const screenRows = 24;

/**
 * The page of a plan. On a screen it has no more than one sees at once: what matters least waits for `--explain`.
 *
 * @param keyRows rows that stay free under it
 */
export async function planPage(
  { ctx, flags, wishes }: RecoveryWorld,
  view: RecoveryView,
  keyRows = 0,
  document = recoveryDocument,
): Promise<Document> {
  const theme = themeOf(ctx, wishes, keyRows === 0 ? 'output' : 'error');
  const isMeasured =
    theme.layout === 'screen' && view.detail === 'short' && (flags.format ?? 'text') === 'text';
  for (let leftOut = 0; ; leftOut += 1) {
    const whole = document({ ...view, leftOut });
    // The keys stand for what can be run next.
    const page =
      keyRows === 0 ? whole : { ...whole, blocks: whole.blocks.filter(({ kind }) => kind !== 'next') };
    if (!isMeasured || leftOut === mostLeftOut) return page;
    const text = await renderDocument(page, { format: 'text', theme });
    if (text.trimEnd().split('\n').length + keyRows <= screenRows) return page;
  }
}

/** What every JSON of a plan begins with. */
export function jsonHead({ ctx, contact, kept }: RecoveryRun): RecoveryJsonView {
  const at = kept.body.now;
  return {
    contact,
    version: ctx.version,
    at,
    offsetMinutes: ctx.clock.offsetMinutes(at),
    before: concernBlocks(kept),
    isAllowed: true,
  };
}

export function writeJson(ctx: Context, json: unknown): void {
  ctx.io.out(`${JSON.stringify(json, null, 2)}\n`);
}

async function noPlanJson(view: RecoveryJsonView): Promise<object> {
  const { recoveryJson } = await import('../../documents/recovery-json.ts');
  return recoveryJson({ ...view, today: undefined, heatOrCold: [], checkIn: undefined });
}

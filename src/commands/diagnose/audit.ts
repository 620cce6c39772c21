import type { Context } from '../../context.ts';
import { auditCases, levelsOfSignsInRules } from '../../data/audit/index.ts';
import { auditDocument, auditJson, unsafeCount } from '../../documents/audit-document.ts';
import { checkAnswers } from '../../engine/answer-input.ts';
import { type AuditCase, scoreCases, toolOf } from '../../engine/audit.ts';
import { scoreSigns } from '../../engine/audit-signs.ts';
import type { Knowledge } from '../../engine/knowledge.ts';
import { exitCodes } from '../../errors.ts';
import type { GlobalFlags } from '../flags.ts';
import { productKnowledge } from '../knowledge.ts';
import { tolerantPreferences } from '../preferences.ts';
import { showDocument, wishesOf } from '../presentation.ts';
import { sayProblem } from '../problem.ts';

export interface AuditFlags extends GlobalFlags {
  /** A file of cases instead of the shipped ones. */
  readonly cases?: string;
}

/** Cases are longer than answers, and still text that somebody wrote. */
const mostBytes = 10_000_000;

/** Runs the cases through the rules on this computer. The exit code is 1 when any of them came out unsafe. */
export async function runAudit(flags: AuditFlags, ctx: Context): Promise<number> {
  const knowledge = productKnowledge();
  const cases =
    flags.cases === undefined ? shippedCases(knowledge) : await ownCases(flags.cases, ctx, knowledge);
  const tool = toolOf(knowledge);
  const view = {
    score: scoreCases(cases, tool),
    signs: scoreSigns(knowledge, tool, levelsOfSignsInRules),
    ruleSet: knowledge.ruleSet,
    version: ctx.version,
    ownCases: flags.cases !== undefined,
  };
  if (flags.json === true) ctx.io.out(`${JSON.stringify(auditJson(view), undefined, 2)}\n`);
  else {
    const { preferences, problem } = tolerantPreferences(ctx);
    await showDocument(auditDocument(view), ctx, flags, wishesOf(flags, preferences));
    if (problem !== undefined) sayProblem(ctx, problem);
  }
  return unsafeCount(view) === 0 ? exitCodes.answered : exitCodes.ourFault;
}

/** The shipped cases, with their answers as the engine knows them. */
export function shippedCases(knowledge: Knowledge): readonly AuditCase[] {
  return auditCases.map(({ name, answers, expected }) => {
    const checked = checkAnswers(Object.entries(answers), knowledge);
    if (checked.kind === 'answers') return { name, answers: checked.answers, expected };
    throw new Error(`The shipped case "${name}": "${checked.problem.id}" ${checked.problem.what}.`);
  });
}

async function ownCases(path: string, ctx: Context, knowledge: Knowledge): Promise<readonly AuditCase[]> {
  const fromInput = path === '-';
  const bytes = fromInput ? await ctx.io.readInput(mostBytes) : await ctx.files.read(path, mostBytes);
  const { readAuditCases } = await import('./audit-cases-text.ts');
  return readAuditCases(bytes, fromInput ? 'standard input' : path, knowledge);
}

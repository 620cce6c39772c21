import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { InputError } from '../../errors.ts';
import type { DiagnoseFlags } from './diagnose-run.ts';

const examples = `
Examples:
  $ backcare diagnose                                   about 3 minutes, danger signs first
  $ backcare diagnose --answers examples/lifting-strain.json
  $ backcare diagnose --answers answers.json --set rf-fever=no --json
  $ cat answers.json | backcare diagnose --answers - --exit-code
  $ backcare diagnose --answers answers.json --set since-last=seen   after you were seen about the last one
  $ backcare diagnose --questions                       every question and its answers
  $ backcare diagnose audit                             run the shipped cases on this computer

With --exit-code: 0 self-care, 10 routine, 20 urgent, 30 emergency.`;

/** Declares `diagnose` and `diagnose audit`. Loads nothing until one of them runs. */
export function registerDiagnose(
  program: Command,
  ctx: Context,
  finish: (exitCode: number) => void,
  load = () => import('./run.ts'),
  loadAudit = () => import('./audit.ts'),
): void {
  const diagnose = program
    .command('diagnose')
    .description('check for danger signs, learn how soon to see someone, and which pattern fits')
    .option('--answers <file>', 'answers from a JSON file, or - for standard input')
    .option('--set <id=value>', 'one answer; may be given several times', collect, [])
    .option('--questions', 'list every question with its id, kind and options')
    .option('--explain', 'with reasons, sources, and what would have changed the answer')
    .option('--exit-code', 'tell the urgency by the exit code')
    .option('--save <what>', 'what to keep: all, without-private, nothing', saveChoice)
    .option('--no-save', 'keep nothing')
    .addHelpText('after', examples)
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await load()).runDiagnose(command.optsWithGlobals<DiagnoseFlags>(), ctx));
    });
  diagnose
    .command('audit')
    .description('run the shipped cases through the rules on this computer')
    .option('--cases <file>', 'your own cases instead of the shipped ones')
    .addHelpText('after', '\nExamples:\n  $ backcare diagnose audit\n  $ backcare diagnose audit --json')
    .action(async (_flags: unknown, command: Command) => {
      finish(await (await loadAudit()).runAudit(command.optsWithGlobals(), ctx));
    });
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** Refused by name here, so that nobody's wish for privacy is misread. */
function saveChoice(value: string): string {
  const choices = ['all', 'without-private', 'nothing'];
  if (choices.includes(value)) return value;
  throw new InputError(`--save takes ${choices.join(', ')}, not "${value}".`, {
    next: 'See how it is used: backcare diagnose --help',
  });
}

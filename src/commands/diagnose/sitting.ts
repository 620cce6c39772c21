import type { Prompter } from '../../context.ts';
import type { LastAssessment } from '../standing.ts';
import type { DiagnoseRun } from './diagnose-run.ts';
import type { DraftKeeper } from './draft.ts';
import type { Keep } from './saved.ts';

/** One sitting at the keyboard. */
export interface Sitting {
  readonly run: DiagnoseRun;
  readonly prompter: Prompter;
  readonly draft: DraftKeeper;
  /** Where the person stood before. */
  readonly earlier: LastAssessment;
  /** What happened since grave advice. */
  readonly since: string | undefined;
}

/** What the flags say is to be kept; undefined when they say nothing. */
export function keepByFlag({ flags }: DiagnoseRun): Keep | undefined {
  return flags.save === false ? 'nothing' : flags.save;
}

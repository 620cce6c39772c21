import type { GlobalFlags } from '../flags.ts';

/** Flags of every way of `stress-plan`. */
export interface StressFlags extends GlobalFlags {
  /** The long page, with reasons and sources. */
  readonly explain?: boolean;
  /** False after `--no-save`. */
  readonly save?: boolean;
}

/** How the self-evaluation is answered, and what is kept of it. */
export interface EvaluationFlags extends StressFlags {
  readonly answers?: string;
  readonly set?: readonly string[];
  readonly questions?: boolean;
  /** One thing, five calm minutes, a time to get up. */
  readonly quick?: boolean;
  /** Time to get up of a quick plan: "6:45". */
  readonly rise?: string;
  /** A new plan, although there is one. */
  readonly again?: boolean;
  /** The number of the crisis line need not come first any more. */
  readonly hideNumber?: boolean;
}

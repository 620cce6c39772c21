import type { Knowledge } from '../engine/knowledge.ts';
import type { ReportFacts } from '../engine/report/report-facts.ts';

/** What a sheet for a clinician is made of. */
export interface ReportView {
  /** Without what the person left out. */
  readonly facts: ReportFacts;
  readonly knowledge: Knowledge;
  /** Texts of the daily list by id. */
  readonly items: ReadonlyMap<string, string>;
  /** Names of remedies by id. */
  readonly remedies: ReadonlyMap<string, string>;
  /** When it is made, milliseconds since 1970, and the zone's offset then. */
  readonly at: number;
  readonly offsetMinutes: number;
  /** Of the program. */
  readonly version: string;
}

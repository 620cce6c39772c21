import { notices } from '../data/safety-net.ts';
import { instantWithOffset } from '../engine/instant.ts';
import { dateOfPersonDay } from '../engine/log/person-day.ts';
import type { Block } from './document.ts';
import { reportDocument } from './report-document.ts';
import type { ReportPartRow } from './report-preview.ts';
import type { ReportView } from './report-view.ts';

/** The versioned contract of `recovery report --json`, schema backcare/report@1: its parts, and the sheet line by line. */
export function reportJson(view: ReportView, parts: readonly ReportPartRow[]) {
  const { facts, version, at, offsetMinutes } = view;
  const { check } = facts;
  return {
    schema: 'backcare/report@1',
    tool: `backcare ${version}`,
    notice: notices.limits.text,
    selfReported: true,
    reviewed: false,
    made: instantWithOffset(at, offsetMinutes),
    from: dateOfPersonDay(facts.from),
    to: dateOfPersonDay(facts.to),
    level: check === undefined ? null : { urgency: check.urgency, complete: check.complete },
    sign: check?.sign ?? null,
    parts: parts.map(({ part, has, isIn }) => ({ part, has, in: isIn })),
    lines: reportDocument(view).blocks.flatMap(linesOf),
  };
}

/** The same where the record cannot be read: what to look out for first, and no sheet. */
export function noReportJson(advice: readonly string[], version: string) {
  return {
    schema: 'backcare/report@1',
    tool: `backcare ${version}`,
    notice: notices.limits.text,
    advice,
    level: null,
    sign: null,
    parts: [],
    lines: [],
  };
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'chart':
      return [block.label];
    case 'list':
      return block.items;
    case 'rows':
      return block.rows.map(({ label, text }) => `${label}: ${text}`);
    default:
      return [];
  }
}

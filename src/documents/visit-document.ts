import { notices } from '../data/safety-net.ts';
import type { TrackReport } from '../engine/recovery/on-track.ts';
import type { VisitSheet } from '../engine/recovery/visit-questions.ts';
import type { Contact } from './contact.ts';
import type { Block, Document } from './document.ts';
import { emergencyLine } from './emergency-line.ts';
import { goNowShort } from './net-blocks.ts';

export interface VisitView {
  readonly contact: Contact;
  readonly sheets: readonly VisitSheet[];
  readonly report: Pick<TrackReport, 'findings'>;
  readonly before: readonly Block[];
  /** "Made 2026-11-22 18:09 by backcare, version 0.1.0 …": for a sheet that leaves the screen. */
  readonly imprint: string;
}

/** Questions to take along, with room to write, and why a visit now. */
export function visitDocument({ contact, sheets, report, before, imprint }: VisitView): Document {
  const reasons = report.findings.map(({ says }) => says);
  return {
    title: 'Questions for a visit',
    blocks: [
      emergencyLine(contact),
      ...before,
      { kind: 'heading', level: 1, text: 'Questions for a visit' },
      ...(reasons.length === 0
        ? []
        : [{ kind: 'paragraph', text: 'Why now:' } as const, { kind: 'list', items: reasons } as const]),
      ...sheets.flatMap(({ visit, questions }): Block[] => [
        { kind: 'heading', level: 2, text: visit.visit },
        { kind: 'list', items: questions },
      ]),
      {
        kind: 'paragraph',
        text: 'What stands in [brackets] is yours to fill in. Keep taking what was prescribed, and ask whoever prescribed it.',
      },
      { kind: 'paragraph', text: goNowShort(contact) },
      { kind: 'paragraph', text: `${imprint} ${notices.limits.text}`, quiet: true },
      { kind: 'next', commands: ['backcare recovery report'] },
    ],
  };
}

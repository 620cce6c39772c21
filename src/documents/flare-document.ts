import type { RecoveryTables } from '../data/recovery-schema.ts';
import type { Document } from './document.ts';
import { emergencyLine } from './emergency-line.ts';
import { goNowShort } from './net-blocks.ts';
import { isLeftOut, listBlocks, type RecoveryView } from './recovery-view.ts';
import { careFor, heatOrColdInWords, recoveryCommands } from './recovery-words.ts';
import { sourceList } from './source-blocks.ts';

/** A flare: the next hours and days, the little list, and how it leads back. */
export function flareDocument(view: RecoveryView): Document {
  const { contact, today, tables, before, detail, heatOrCold, sources } = view;
  const { flare } = today.now;
  const isRunning = flare.kind === 'running';
  const hasLegSigns = isRunning && flare.legSigns;
  const isGrabbing = today.plan.isGrabbing || (isRunning && flare.grabs);
  // A muscle that grabs has first steps of its own.
  const ofFlare = isGrabbing
    ? [...tables.spasmSteps.slice(0, 1), ...tables.flareSteps.slice(1)]
    : tables.flareSteps;
  const left = ofFlare.filter(({ hours }) => !isRunning || hours.from >= flare.step.hours.from);
  const steps = detail === 'full' ? ofFlare : left.slice(0, isLeftOut('do', view) ? 1 : 2);
  const warmth = heatOrColdInWords(heatOrCold);
  const texts = steps.flatMap(({ do: todo }) => todo);
  return {
    title: 'Flare',
    blocks: [
      emergencyLine(contact),
      ...before,
      {
        kind: 'heading',
        level: 1,
        text: isRunning ? `A flare, day ${flare.dayOf}` : 'A flare: what to do',
      },
      // What a flare is has been said by then, and a full list needs the room. Nothing calm stands below what calls for a visit.
      ...((detail === 'short' && before.length > 0) ||
      isLeftOut('usually', view) ||
      ((hasLegSigns || (isRunning && flare.isSettled)) && detail === 'short')
        ? []
        : [{ kind: 'paragraph', text: tables.flareMeaning[detail === 'full' ? 'text' : 'short'] } as const]),
      ...(hasLegSigns
        ? [
            {
              kind: 'callout',
              tone: 'routine',
              title: 'New feelings in a leg came with it: tell a clinician.',
              lines: [goNowShort(contact)],
            } as const,
          ]
        : []),
      { kind: 'rows', rows: stepRows(steps) },
      ...listBlocks(view),
      ...(warmth === undefined || isLeftOut('comfort', view)
        ? []
        : [{ kind: 'paragraph', text: warmth } as const]),
      ...(isRunning && flare.isSettled && !isLeftOut('move', view)
        ? [
            {
              kind: 'paragraph',
              text: `It has been calm for two days. Over? ${recoveryCommands.flare} over`,
            } as const,
          ]
        : []),
      ...(hasLegSigns ? [] : [{ kind: 'paragraph', text: goNowShort(contact) } as const]),
      ...(detail === 'short'
        ? []
        : [
            { kind: 'list', items: careFor([...texts, warmth ?? '']) } as const,
            ...sourceList(
              steps.flatMap((step) => step.sources),
              sources,
            ),
          ]),
      {
        kind: 'next',
        commands: [isGrabbing ? 'backcare relief' : 'backcare stretch easy-walk', recoveryCommands.log],
      },
    ],
  };
}

function stepRows(steps: RecoveryTables['flareSteps']) {
  return steps.map(({ when, do: todo }) => ({ label: when, text: todo.join(' ') }));
}

import type { OffTrackRule, OffTrackRuleId } from '../data/recovery-schema.ts';
import { resultScreens } from '../data/safety-net.ts';
import { withContact } from './contact.ts';
import type { Block, Document, Row } from './document.ts';
import { emergencyLine } from './emergency-line.ts';
import { firstSentence } from './first-sentence.ts';
import { flareDocument } from './flare-document.ts';
import { goNowShort } from './net-blocks.ts';
import { detailBlocks } from './recovery-details.ts';
import { isLeftOut, listBlocks, type RecoveryView } from './recovery-view.ts';
import {
  checkInInWords,
  clauses,
  heatOrColdInWords,
  offTrackInWords,
  proposalInWords,
  recoveryCommands,
  restInWords,
  stateInWords,
  usualDaysInWords,
  whereInWords,
} from './recovery-words.ts';

/** Today's page: where the person is, what the phase is for, the list, what to do and avoid, and what usually is. */
export function recoveryDocument(view: RecoveryView): Document {
  const { contact, today, detail, before } = view;
  const { now, plan } = today;
  if (today.report.state === 'stop') return waitingDocument(view);
  if (now.flare.kind === 'running') return flareDocument(view);
  const isShort = detail === 'short';
  return {
    title: 'Recovery',
    blocks: [
      emergencyLine(contact),
      ...before,
      ...courseBlocks(view),
      { kind: 'heading', level: 1, text: `${plan.track.name}: ${whereInWords(now)}` },
      ...listBlocks(view),
      { kind: 'rows', rows: adviceRows(view) },
      ...moveBlocks(view),
      ...(isShort ? [] : detailBlocks(view)),
      { kind: 'next', commands: nextCommands(view) },
    ],
  };
}

/** A danger sign comes before any plan: what it means to do, and nothing else. */
function waitingDocument(view: RecoveryView): Document {
  return {
    title: 'Recovery',
    blocks: [
      emergencyLine(view.contact),
      ...view.before,
      ...courseBlocks(view),
      { kind: 'next', commands: [recoveryCommands.diagnose] },
    ],
  };
}

/** True for months: said on the first day and on the long page, not every morning. */
const lasting: readonly OffTrackRuleId[] = ['often-back', 'work-medicine-mood'];

function findingsShown({ today, detail }: RecoveryView): readonly OffTrackRule[] {
  const { findings } = today.report;
  if (detail === 'full' || !today.hasBegun) return findings;
  return findings.filter(({ id }) => today.now.planDay === 0 || !lasting.includes(id)).slice(0, 1);
}

/** What is not as usual comes first. */
function courseBlocks(view: RecoveryView): readonly Block[] {
  const found = findingsShown(view).filter(({ state }) => state !== 'watch' || !isLeftOut('watch', view));
  const shown = isLeftOut('findings', view) ? found.slice(0, 1) : found;
  const [gravest] = shown;
  if (gravest === undefined) return [];
  const tones = { stop: 'emergency', 'off-track': 'routine', watch: 'note' } as const;
  return [
    {
      kind: 'callout',
      tone: tones[gravest.state],
      title:
        gravest.state === 'stop'
          ? withContact(resultScreens.emergency.first.text, view.contact)
          : stateInWords(gravest),
      lines: [
        ...shown.map(({ says, do: todo }) => `${says} ${todo}`),
        ...(gravest.state === 'stop' ? [goNowShort(view.contact)] : []),
      ],
    },
  ];
}

/** What the phase is for, what to do and avoid, and when to get help. A page with news has less room for the rest. */
function adviceRows(view: RecoveryView): readonly Row[] {
  const { today, detail, heatOrCold } = view;
  const { now, plan, report, dose, lines } = today;
  const { phase } = now;
  const isShort = detail === 'short';
  const isCrowded = isShort && findingsShown(view).length > 0;
  const isFull = isCrowded || (isShort && view.before.length > 0);
  const avoid = [...new Set([...phase.avoid, ...plan.alsoAvoid])];
  const warmth = heatOrColdInWords(heatOrCold);
  // What must not be missed with a leg takes the place of what can wait.
  const isNerve = plan.track.id === 'spinal-nerve';
  const hasRest = plan.settings.restDays > now.day;
  const hasSession = lines.some(({ item }) => item.id === 'routine');
  const rows: (Row | undefined)[] = [
    isFull ? undefined : { label: 'for', text: phase.purpose },
    isShort
      ? undefined
      : { label: 'days', text: `${usualDaysInWords(now)}; ${plan.settings.usualTime} in all` },
    hasSession && !isCrowded && !(isShort && hasRest) ? { label: 'dose', text: dose.because } : undefined,
    isCrowded && isNerve
      ? undefined
      : { label: 'do', text: isShort ? (phase.do[0] ?? '') : phase.do.join(' ') },
    avoid.length === 0 ? undefined : { label: 'avoid', text: clauses(avoid, detail) },
    warmth === undefined ? undefined : { label: 'comfort', text: warmth },
    isShort && !hasRest ? undefined : { label: 'rest', text: restInWords(plan, now.day) },
    isShort ? undefined : { label: 'work', text: phase.activity },
    isFull || (isShort && isNerve)
      ? undefined
      : { label: 'usually', text: isShort ? firstSentence(phase.usually) : phase.usually },
    isShort || report.expected === undefined ? undefined : { label: '', text: report.expected.says },
    isCrowded ? undefined : { label: 'book if', text: offTrackInWords(plan) },
    isShort && isNerve ? { label: 'know', text: plan.track.know[0]?.text ?? '' } : undefined,
  ];
  // Where all the danger signs wait to be asked, the short form is too little.
  const isDue = view.checkIn !== undefined && view.before.length === 0;
  const checkIn = isDue ? [{ label: 'due', text: `${checkInInWords}: ${recoveryCommands.checkIn}` }] : [];
  return [...rows.flatMap((row) => row ?? []), ...ladderRows(view), ...checkIn].filter(
    ({ label }) => !isLeftOut(label, view),
  );
}

function ladderRows({ today: { ladder }, detail }: RecoveryView): readonly Row[] {
  if (ladder === undefined) return [];
  const { steps, name } = ladder.ladder;
  const went = detail === 'full' ? ` (went well ${ladder.went} of 2)` : '';
  return [
    {
      label: 'ladder',
      text: ladder.waits ?? `${name} ${ladder.step + 1} of ${steps.length}${went}: ${ladder.text}`,
    },
  ];
}

/** Whether to go on, and what is asked before that. */
function moveBlocks(view: RecoveryView): readonly Block[] {
  const { today, detail, before } = view;
  const { now, report, hasBegun, insteadOf } = today;
  // Where a plan has just begun, its reasons name the next one.
  const isSaid = now.proposal.kind === 'track' && (before.length > 0 || isLeftOut('next-track', view));
  const blocks: Block[] = [];
  if (isLeftOut('move', view)) return [];
  if (!hasBegun)
    blocks.push({
      kind: 'paragraph',
      text:
        insteadOf === undefined
          ? 'This would be your plan.'
          : `Your newest answers call for this plan in place of "${insteadOf.toLowerCase()}".`,
    });
  else if (now.askAbout.length > 0)
    blocks.push({
      kind: 'paragraph',
      text: `A few questions, and you may go on: ${recoveryCommands.check}`,
    });
  else if ((now.proposal.kind !== 'stay' && !isSaid) || detail === 'full')
    blocks.push({ kind: 'paragraph', text: proposalInWords(now, detail) });
  if (now.flare.kind === 'likely' && !isLeftOut('flare', view))
    blocks.push({
      kind: 'paragraph',
      text: `${now.flare.because} A flare? ${recoveryCommands.flare}`,
    });
  if (report.findings.length === 0 && hasBegun && detail === 'full')
    blocks.push({ kind: 'paragraph', text: stateInWords(report), quiet: true });
  return blocks;
}

function nextCommands(view: RecoveryView): readonly string[] {
  const { today, leftOut } = view;
  const { report, lines, hasBegun, now } = today;
  if (now.pause !== undefined) return [`${recoveryCommands.pause} --end`];
  const toTick = lines.findIndex(({ isDone, isComfort }) => !isDone && !isComfort) + 1;
  const tick = toTick === 0 ? recoveryCommands.log : `${recoveryCommands.done} ${toTick}`;
  const open = lines.find(({ starts, isDone, isComfort }) => starts !== undefined && !isDone && !isComfort);
  const isOff = report.state === 'off-track';
  return [
    ...(open?.starts === undefined || isLeftOut('session', view) ? [] : [`backcare ${open.starts}`]),
    isOff ? recoveryCommands.visit : hasBegun ? tick : recoveryCommands.start,
    ...(leftOut === 0 ? [] : ['backcare recovery --explain']),
  ];
}

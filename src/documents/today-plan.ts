import type { RecoveryToday } from '../engine/recovery/recovery-today.ts';
import type { PlanState } from '../engine/today/next-step.ts';
import { pauseInWords, recoveryCommands, stateInWords, whereInWords } from './recovery-words.ts';
import type { PlanGlance } from './today-view.ts';

/** A plan as bare `backcare` shows it: where it stands, the list, and what is not as usual. */
export function planGlance(today: RecoveryToday): PlanGlance {
  const { plan, now, lines } = today;
  return {
    track: plan.track.name,
    where: whereInWords(now),
    list: lines.map(({ text, done, wanted, isDone, isComfort }) => ({
      text,
      done,
      wanted,
      isDone,
      isComfort,
    })),
    asksPain: lines.some(({ item }) => item.id === 'check-in'),
    isOnDaysOff: now.pause !== undefined,
    ...stateOf(today),
    news: newsOf(today),
    due: dueOf(today),
  };
}

function stateOf({ now, lines, report }: RecoveryToday): PlanState {
  const first = lines.find(({ starts, isDone, isComfort }) => starts !== undefined && !isDone && !isComfort);
  const open = first?.starts === undefined ? undefined : { text: first.text, starts: first.starts };
  if (report.state === 'stop') return { state: 'danger-sign', open: undefined };
  if (report.state === 'off-track') return { state: 'off-track', open };
  if (now.flare.kind === 'running') return { state: 'flare', open };
  return { state: now.pause === undefined ? 'usual' : 'days-off', open };
}

function newsOf({ now, report }: RecoveryToday): PlanGlance['news'] {
  const [gravest] = report.findings;
  if (gravest !== undefined && (gravest.state === 'stop' || gravest.state === 'off-track'))
    return {
      tone: gravest.state === 'stop' ? 'urgent' : 'routine',
      title: stateInWords(gravest),
      line: `${gravest.says} ${gravest.do}`,
    };
  if (now.flare.kind === 'running')
    return {
      tone: 'note',
      title: `A flare, day ${now.flare.dayOf}.`,
      line: 'Goals wait, and nothing is lost. The smallest version counts whole.',
    };
  return now.pause === undefined
    ? undefined
    : { tone: 'note', title: 'Days off.', line: pauseInWords(now).replace(/^[^.]*\. /, '') };
}

/** The tool proposes, and asks for nothing in a flare or on days off. */
function dueOf({ now, insteadOf }: RecoveryToday): readonly string[] {
  if (insteadOf !== undefined)
    return [`your newest answers call for another plan: ${recoveryCommands.start}`];
  if (now.pause !== undefined || now.flare.kind === 'running') return [];
  if (now.flare.kind === 'likely') return [`${now.flare.because} A flare? ${recoveryCommands.flare}`];
  if (now.askAbout.length > 0) return [`a few questions, and you may go on: ${recoveryCommands.check}`];
  const { proposal } = now;
  switch (proposal.kind) {
    case 'up':
      return [`you can go on to "${proposal.to.name}": ${recoveryCommands.go} ${proposal.to.id}`];
    case 'back':
      return [`a step back to "${proposal.to.name}" may help: ${recoveryCommands.go} ${proposal.to.id}`];
    case 'track':
      return [`next may be "${proposal.to.name}": ${recoveryCommands.start} ${proposal.to.id}`];
    case 'stay':
      return [];
  }
}

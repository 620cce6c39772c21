import type { Breath, SessionLine, SessionTiming, SessionWords } from '../../data/session-schema.ts';
import type { Segment } from './script.ts';
import { firstThatFits, spokenMilliseconds } from './speech.ts';
import { atEase, breathSegments, scriptSegments } from './timed-segments.ts';

/** How full the picture is while nobody breathes with it. */
const atRest = 0.2;
/** Between the announcement and the first line, for who is still lying down. */
const pauseMilliseconds = 2000;

interface Told {
  readonly words: SessionWords;
}

interface Place {
  readonly item: number;
  readonly count: number;
}

/** Settling, while it is announced. */
export function getReadyOf(session: Told, seconds: number, place: Place): Segment {
  const milliseconds = Math.round(seconds * 1000);
  return {
    kind: 'get-ready',
    item: place.item,
    milliseconds,
    label: 'settle',
    say: announcement(session, milliseconds, place),
    cue: place.item === 0 ? 'begin' : 'change',
    breath: { from: atRest, to: atRest, sways: true },
    picture: 'start',
  };
}

/** Breath after breath, and the end in which each breathes as they like. */
export function roundsOf(
  { round, rounds, endSeconds }: Extract<SessionTiming, { kind: 'rounds' }>,
  item: number,
): readonly Segment[] {
  const seconds = round.reduce((sum, breath) => sum + breath.seconds, 0);
  const breaths = withAir(breathSegments({ item }, round, rounds * seconds), round, atRest);
  if (endSeconds === 0) return breaths;
  const from = round.at(-1)?.air ?? 0;
  const end = atEase({ item }, Math.round(endSeconds * 1000));
  return [...breaths, { ...end, breath: { from, to: atRest, sways: true } }];
}

/** One round, as it is repeated. */
export function roundOf(round: readonly Breath[], item: number): readonly Segment[] {
  const seconds = round.reduce((sum, breath) => sum + breath.seconds, 0);
  const segments = breathSegments({ item }, round, seconds).map(
    (segment): Segment => ({ ...segment, cue: 'none' }),
  );
  return withAir(segments, round, round.at(-1)?.air ?? 0);
}

function withAir(segments: readonly Segment[], round: readonly Breath[], start: number): readonly Segment[] {
  const airAfter = (place: number) => round[place % round.length]?.air ?? atRest;
  return segments.map((segment, place) => ({
    ...segment,
    breath: { from: place === 0 ? start : airAfter(place - 1), to: airAfter(place) },
  }));
}

/** Line after line. The announcement takes the start of the first, and the line itself follows where there is time. */
export function linesOf(session: Told, lines: readonly SessionLine[], place: Place): readonly Segment[] {
  const seconds = lines.reduce((sum, line) => sum + line.seconds, 0);
  let air = atRest;
  return scriptSegments(place, lines, seconds).map((segment, index): Segment => {
    const to = lines[index]?.air;
    const breath = to === undefined ? ({ from: air, to: atRest, sways: true } as const) : { from: air, to };
    air = to ?? atRest;
    const line = { ...segment, breath, line: index };
    return index === 0 ? announced(session, line, place) : line;
  });
}

function announced(session: Told, line: Segment, place: Place): Segment {
  const { milliseconds, label } = line;
  const after = milliseconds - spokenMilliseconds(label) - pauseMilliseconds;
  const say = announcement(session, after, place);
  const at = Math.ceil((spokenMilliseconds(say) + pauseMilliseconds) / 1000) * 1000;
  const isLineSaid = say !== '' && at + spokenMilliseconds(label) <= milliseconds;
  return {
    ...line,
    kind: 'get-ready',
    say: say === '' ? line.say : say,
    ...(isLineSaid ? { remarks: [{ at, say: label }] } : {}),
    cue: place.item === 0 ? 'begin' : 'change',
    picture: 'start',
  };
}

/** The fullest there is time for: name and how to get into it, or the name. */
function announcement({ words }: Told, milliseconds: number, { item, count }: Place): string {
  const start = count === 1 || item > 0 ? '' : 'First: ';
  const name = `${item === 0 ? start : 'That is enough. Next: '}${words.name}.`;
  const [step = ''] = words.steps;
  return firstThatFits([`${name} ${words.say}`, `${name} ${step}`, name, `${words.name}.`], milliseconds);
}

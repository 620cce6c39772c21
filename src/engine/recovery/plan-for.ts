import type { PhaseItem, RecoveryTables, Track, TrackId, TrackSettings } from '../../data/recovery-schema.ts';
import type { PatternId, SubtypeId } from '../../data/schema.ts';
import type { Answers } from '../answers.ts';
import type { Knowledge } from '../knowledge.ts';
import { reasonsFor } from '../routine/answer-reasons.ts';
import { evaluate } from '../truth.ts';
import { answersToday, onsetDay, type RecoveryFacts } from './recovery-facts.ts';

/** After so many days a pulled muscle hands over to what keeps the pain going. */
const strainDays = 14;
/** Phases take half as long again where a slower pace is wise. */
const slowPace = 1.5;
/** The overlay is for the first days after the muscle grabbed. */
const spasmDays = 3;

/** One step of another track, done beside the first. */
export interface Addition {
  readonly track: Track;
  readonly item: PhaseItem;
}

export interface RecoveryPlan {
  readonly track: Track;
  readonly additions: readonly Addition[];
  /** What takes over later, and on which day since the pain began. */
  readonly next?: { readonly track: Track; readonly onDay: number } | undefined;
  /** Of all the tracks that fit, the stricter of each. */
  readonly settings: TrackSettings;
  /** Avoided because of another track than the first, beside what its phase says. */
  readonly alsoAvoid: readonly string[];
  /** Items that no track may bring onto the list. */
  readonly bars: readonly string[];
  /** The muscle grabs: a mode beside the track. */
  readonly isGrabbing: boolean;
  /** 1, or 1.5 where a slower pace is wise. */
  readonly pace: number;
  /** Why it goes slower, each as the rest of a sentence. */
  readonly slowBecause: readonly string[];
  /** Why this plan, sentences. */
  readonly because: readonly string[];
  /** Day on which the pain began; undefined when nobody said. */
  readonly onset: number | undefined;
}

/**
 * The plan that an assessment calls for: the likeliest pattern's track, one step of the next, and of all limits the
 * stricter. With feelings below the knee or down an arm the spine comes first, whatever else fits.
 *
 * @param chosen the track that the person is on, where they have chosen or begun one
 */
export function planFor(
  tables: RecoveryTables,
  facts: Pick<RecoveryFacts, 'assessment' | 'knowledge' | 'today'>,
  chosen?: TrackId,
): RecoveryPlan {
  const { assessment, knowledge, today } = facts;
  const answers = answersToday(facts);
  const onset = onsetDay(assessment);
  const hasNerveSigns = evaluate(tables.nerveSigns, answers, knowledge) > 0;
  const fitting = orderOfWork(assessment.fitting, hasNerveSigns, onset === undefined ? 0 : today - onset);
  const byFit = fitting.map((pattern) =>
    trackOf(tables, trackIdOf(pattern, assessment.subtypes, hasNerveSigns)),
  );
  const fits = byFit.filter((track, place) => byFit.indexOf(track) === place);
  const wanted = chosen === undefined ? undefined : trackOf(tables, chosen);
  const track = safeChoice(wanted, fits, hasNerveSigns) ?? trackOf(tables, 'no-clear-pattern');
  const others = fits.filter((other) => other !== track);
  const keeper = track.id === 'pulled-muscle' ? others.find((other) => !isSpinal(other)) : undefined;
  const bars = [...new Set([track, ...others].flatMap((each) => each.bars))];
  const additions = others
    .slice(0, 1)
    .filter(({ addition }) => !bars.includes(addition.item))
    .map((other): Addition => ({ track: other, item: jointItem(track, other) }));
  const settings = (each: Track) => settingsOf(each, answers, knowledge, tables);
  const slow = tables.slowReasons.filter(({ when }) => evaluate(when, answers, knowledge) === 2);
  return {
    track,
    additions,
    ...(keeper === undefined ? {} : { next: { track: keeper, onDay: strainDays } }),
    settings: stricter([settings(track), ...others.map(settings)]),
    alsoAvoid: spinalAvoid(track, others),
    bars,
    isGrabbing: today - assessment.day <= spasmDays && answers['spasm-grabs'] === 'yes',
    pace: slow.length > 0 ? slowPace : 1,
    slowBecause: slow.map(({ says }) => says),
    because: reasons(tables, facts, {
      track,
      others,
      hasNerveSigns,
      keeper,
      added: additions[0]?.track,
      isLikeliest: track === fits[0],
    }),
    onset,
  };
}

/** Leg signs put the spine first; a fresh strain comes before what keeps pain going, and after two weeks behind it. */
function orderOfWork(
  fitting: readonly PatternId[],
  hasNerveSigns: boolean,
  daysSinceOnset: number,
): readonly PatternId[] {
  const keepers = fitting.filter((id) => id !== 'pulled-muscle' && id !== 'spinal-problem');
  const hasStrain = fitting.includes('pulled-muscle');
  const isSpinal = fitting.includes('spinal-problem') || (hasNerveSigns && fitting[0] === 'tight-hamstrings');
  if (isSpinal && hasNerveSigns)
    return ['spinal-problem', ...fitting.filter((id) => id !== 'spinal-problem')];
  if (!hasStrain || keepers.length === 0) return fitting;
  const others = fitting.filter((id) => id !== 'pulled-muscle');
  return daysSinceOnset < strainDays ? ['pulled-muscle', ...others] : [...others, 'pulled-muscle'];
}

function trackIdOf(pattern: PatternId, subtypes: readonly SubtypeId[], hasNerveSigns: boolean): TrackId {
  if (pattern !== 'spinal-problem') return pattern;
  if (hasNerveSigns || subtypes.includes('herniation') || subtypes.includes('nerve-root'))
    return 'spinal-nerve';
  // The easier direction is looked for in this track, so it suits when nothing tells where in the spine.
  return subtypes.includes('facet') && !subtypes.includes('disc-degeneration')
    ? 'spinal-facet'
    : 'spinal-disc';
}

/** A track that was begun goes on, unless leg signs have come: then it is the spine's. */
function safeChoice(
  wanted: Track | undefined,
  fits: readonly Track[],
  hasNerveSigns: boolean,
): Track | undefined {
  const spine = fits.find(({ id }) => id === 'spinal-nerve');
  if (hasNerveSigns && spine !== undefined) return spine;
  return wanted ?? fits[0];
}

/** Posture and stress make one plan: a few slow breaths at each break. */
function jointItem(first: Track, other: Track): PhaseItem {
  const pair = [first.id, other.id];
  const isJoint = pair.includes('poor-posture') && pair.includes('chronic-stress');
  return isJoint && other.id === 'chronic-stress' ? { item: 'breathe-at-breaks' } : other.addition;
}

function settingsOf(
  track: Track,
  answers: Answers,
  knowledge: Knowledge,
  { moderateIf }: RecoveryTables,
): TrackSettings {
  const isMild = track.mildSettings !== undefined && evaluate(moderateIf, answers, knowledge) === 0;
  return (isMild ? track.mildSettings : undefined) ?? track.settings;
}

/** Less rest, later loads, an earlier look by a clinician. The words are those of the first. */
function stricter([first, ...others]: readonly [TrackSettings, ...TrackSettings[]]): TrackSettings {
  const all = [first, ...others];
  const latest = (field: 'warmthFromDay' | 'deskFromDay' | 'liftingFromDay' | 'runningFromDay') =>
    Math.max(...all.map((each) => each[field]));
  // None means that the track needs no rest of its own, and says nothing about another's.
  const rests = all.map(({ restDays }) => restDays).filter((days) => days > 0);
  return {
    ...first,
    restDays: first.restDays === 0 ? 0 : Math.min(...rests),
    warmthFromDay: latest('warmthFromDay'),
    deskFromDay: latest('deskFromDay'),
    liftingFromDay: latest('liftingFromDay'),
    runningFromDay: latest('runningFromDay'),
    reviewDay: Math.min(...all.map(({ reviewDay }) => reviewDay)),
  };
}

/** The cautions of the spine hold for every plan that it has a part in. */
function spinalAvoid(track: Track, others: readonly Track[]): readonly string[] {
  if (isSpinal(track)) return [];
  return others.filter(isSpinal).flatMap(({ phases: [first] }) => first?.avoid ?? []);
}

function isSpinal({ id }: Track): boolean {
  return id.startsWith('spinal-');
}

function reasons(
  tables: RecoveryTables,
  { assessment, knowledge, today }: Pick<RecoveryFacts, 'assessment' | 'knowledge' | 'today'>,
  chosen: {
    readonly track: Track;
    readonly others: readonly Track[];
    readonly hasNerveSigns: boolean;
    readonly keeper: Track | undefined;
    readonly added: Track | undefined;
    readonly isLikeliest: boolean;
  },
): readonly string[] {
  const { track, others, hasNerveSigns, keeper, added, isLikeliest } = chosen;
  const said: string[] = [];
  const name = track.name.toLowerCase();
  if (track.id === 'no-clear-pattern')
    said.push('No pattern is clear, so the plan is what helps a sore back in general.');
  else if (!isLikeliest) said.push(`The plan follows "${name}", as you began it.`);
  else if (assessment.equal && others.length > 0)
    said.push(
      `"${track.name}" and "${others[0]?.name}" fit about equally. The plan begins with one of them.`,
    );
  else said.push(`Your answers fit best with "${name}", so the plan follows that.`);
  if (hasNerveSigns && isSpinal(track)) {
    const because = reasonsFor(tables.nerveSigns, answersToday({ assessment, today }), knowledge);
    said.push(`The spine comes first, since ${[...new Set(because)].join(' and ')}.`);
  }
  const [other] = others;
  if (keeper !== undefined)
    said.push(`After two weeks "${keeper.name.toLowerCase()}" takes over, since it may keep the pain going.`);
  else if (added !== undefined) said.push(`One step of "${added.name.toLowerCase()}" comes with it.`);
  if (!isSpinal(track) && others.some(isSpinal))
    said.push('What the spine has to avoid holds for all of it.');
  const pair = [track.id, other?.id];
  if (pair.includes('myofascial-pain') && pair.includes('chronic-stress'))
    said.push('Stress can keep muscles tense, so the two plans go well together.');
  return said;
}

export function trackOf({ tracks }: Pick<RecoveryTables, 'tracks'>, id: TrackId): Track {
  const found = tracks.find((track) => track.id === id);
  if (found === undefined) throw new Error(`No recovery track ${id}`);
  return found;
}

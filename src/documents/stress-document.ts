import type { StressorId } from '../data/stress-schema.ts';
import type { Commitment } from '../engine/stress/commitment.ts';
import { ifThen, smallIfThen } from '../engine/stress/commitment.ts';
import { sessionLine } from '../engine/stress/today-lines.ts';
import type { Block, Document, Row } from './document.ts';
import { emergencyLine } from './emergency-line.ts';
import { firstSentence } from './first-sentence.ts';
import { stressDetails } from './stress-details.ts';
import { chosenStrategies } from './stress-strategies.ts';
import type { StressOnDay, StressView } from './stress-view.ts';
import {
  listed,
  nextDayInWords,
  sessionInWords,
  sizeInWords,
  stateInWords,
  stressCommands,
  stressorsInWords,
  weekInWords,
  weekWords,
} from './stress-words.ts';

/** The plan and this week: the small things first, then why, and how it ties to the back. */
export function stressDocument(view: StressView): Document {
  const { contact, plan, before, detail, state } = view;
  return {
    title: 'Stress plan',
    blocks: [
      emergencyLine(contact),
      ...before,
      { kind: 'heading', level: 1, text: headingOf(view) },
      ...proposalBlocks(view),
      ...commitmentBlocks(view),
      { kind: 'rows', rows: aboutRows(view) },
      ...(detail === 'full' ? stressDetails(view) : []),
      { kind: 'next', commands: nextCommands(plan, state) },
    ],
  };
}

function headingOf({ plan: { now, week, today }, state }: StressView): string {
  if (state === 'proposal') return 'This could be your plan';
  if (now.waits) return 'Your plan waits';
  const number = Math.floor((today - now.began) / 7) + 1;
  return `Stress plan, week ${number}: ${weekInWords(week)}`;
}

function proposalBlocks({ state, plan: { now } }: StressView): readonly Block[] {
  if (state === 'proposal')
    return [
      {
        kind: 'paragraph',
        text: 'A proposal only, and nothing was kept: you choose what you do, from the menu or in your own words.',
      },
    ];
  return now.waits
    ? [{ kind: 'paragraph', text: `Nothing is asked of you. When you like: ${stressCommands.resume}` }]
    : [];
}

/** Each small thing with its number, which stays the same on every day, and the calm session. */
export function commitmentBlocks(view: StressView): readonly Block[] {
  const { plan, state } = view;
  const { now, lines } = plan;
  const rows = now.commitments.map(
    (commitment, place): Row => ({
      label: String(place + 1),
      ...(state === 'kept' && !now.waits ? { note: noteOf(commitment, plan) } : {}),
      text: ifThen(commitment),
      details: detailsOf(commitment, view),
    }),
  );
  const calm = lines.find(({ id }) => id === sessionLine);
  const session: readonly Row[] =
    now.session === undefined
      ? []
      : [
          {
            label: 'calm',
            ...(state === 'kept' && !now.waits ? { note: stateInWords(calm?.state ?? 'open') } : {}),
            text: `${sessionInWords(now.session)}.`,
          },
        ];
  if (rows.length === 0 && session.length === 0)
    return [
      {
        kind: 'paragraph',
        text: 'Nothing is on the plan. Add one small thing, or weigh again what presses.',
      },
    ];
  return [{ kind: 'rows', rows: [...rows, ...session] }];
}

/** How it stands today, or when it comes again. */
function noteOf(commitment: Commitment, { lines, today }: StressOnDay): string {
  const line = lines.find(({ id }) => id === commitment.id);
  return line === undefined ? nextDayInWords(commitment, today) : stateInWords(line.state);
}

function detailsOf(commitment: Commitment, { plan, state, detail, tables }: StressView): readonly string[] {
  const line = plan.week.lines.find((each) => each.commitment.id === commitment.id);
  const count =
    state === 'proposal' || commitment.once === true || line === undefined || !line.days.some(isSaid)
      ? ''
      : ` · done ${line.done} of ${line.days.length} this week`;
  const isSmall = commitment.isSmall === true;
  const care = tables.actions.find(({ id }) => id === commitment.action)?.care;
  return [
    `${sizeInWords(commitment)}${count}`,
    // What is to be minded with warmth goes with every mention of it.
    ...(care === undefined ? [] : [`Mind: ${care}`]),
    ...(detail === 'full' && !isSmall ? [`On a bad day: ${smallIfThen(commitment)}`] : []),
  ];
}

/** Before anything was said of a week there is nothing to count. */
function isSaid({ state }: StressOnDay['week']['lines'][number]['days'][number]): boolean {
  return state !== 'open' && state !== 'ahead';
}

/** Work is what was studied for tense muscles; for the rest pain and stress feed each other. */
const ofWork: readonly StressorId[] = ['workload', 'work-control', 'job-security', 'noise'];

/** What presses, why these ways out, what it has to do with the back, and where to turn. */
function aboutRows(view: StressView): readonly Row[] {
  const { plan, tables, contact, state } = view;
  const { now } = plan;
  const isWork = now.chosen.some((stressor) => ofWork.includes(stressor));
  const tie = tables.firstWords.find(({ id }) => id === (isWork ? 'muscles' : 'both-ways'));
  return [
    ...wayRows(view),
    ...(tie === undefined ? [] : [{ label: 'back', text: firstSentence(tie.text) }]),
    ...(state === 'kept' && !now.waits ? [...weekRows(plan), ...keptWords(now)] : []),
    talkRow(contact),
  ];
}

/** Whom to call, under every plan and every review. */
export function talkRow({ crisis }: StressView['contact']): Row {
  return { label: 'to talk', text: `Low, or not safe with yourself? Call ${crisis}.` };
}

/** What helped most, and what the person is kind to themselves about, in their own words of the newest review. */
export function keptWords({ reviews }: StressOnDay['now']): readonly Row[] {
  const { helped, kind } = reviews.at(-1) ?? {};
  return [
    ...(helped === undefined ? [] : [{ label: 'helped', text: helped }]),
    ...(kind === undefined ? [] : [{ label: 'be kind', text: kind }]),
  ];
}

function weekRows({ week, now, today }: StressOnDay): readonly Row[] {
  const count = `${week.keptDays} of ${week.plannedDays} planned days`;
  const isDue = today >= now.reviewDueOn;
  // Who has made it smaller already is not told so again.
  const isSmallNow = week.word === 'make-it-smaller' && now.commitments.some(({ isSmall }) => isSmall);
  return [
    ...(week.plannedDays === 0 || isDue
      ? []
      : [
          {
            label: 'so far',
            text: `${count}${week.word === 'so-far' || isSmallNow ? '' : `: ${weekWords[week.word].replace('?', '')}`}.`,
          },
        ]),
    ...(isDue ? [{ label: 'due', text: `The weekly review, five minutes: ${stressCommands.review}` }] : []),
  ];
}

/** The ways in one breath: the long page has the reasons for each. */
function wayRows(view: StressView): readonly Row[] {
  const { tables, plan } = view;
  const ways = chosenStrategies(view);
  if (ways.length === 0) return [];
  const names = listed(
    ways.map(({ strategy }) => inSentence(strategy.name)),
    'and',
  );
  const what = plan.now.chosen.length === 0 ? '' : `, for ${stressorsInWords(tables, plan.now.chosen)}`;
  return [{ label: 'by', text: begun(`${names}${what}.`) }];
}

function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function nextCommands({ lines, now, today }: StressOnDay, state: StressView['state']): readonly string[] {
  if (state === 'proposal') return [stressCommands.plan, stressCommands.breathe];
  if (now.waits) return [stressCommands.resume, stressCommands.breathe];
  if (now.commitments.length === 0) return emptyNext;
  const open = lines.find(({ state: is, id }) => is === 'open' && id !== sessionLine);
  const calm = lines.find(({ id }) => id === sessionLine);
  const place = now.commitments.findIndex(({ id }) => id === open?.id) + 1;
  const commands = [
    ...(today >= now.reviewDueOn ? [stressCommands.review] : []),
    ...(place === 0 ? [] : [`${stressCommands.done} ${place}`]),
    ...(calm?.state === 'open' ? [stressCommands.breathe] : []),
    stressCommands.change,
  ];
  return commands.slice(0, 2);
}

/** With nothing to do on it, there is one thing to do about the plan. */
const emptyNext = [stressCommands.addOne, stressCommands.again];

function begun(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

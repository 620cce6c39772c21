import type { PromptQuestion } from '../../context.ts';
import { changeLabels } from '../../documents/check-in-document.ts';
import { savedActivities } from '../../engine/log/own-activities.ts';
import { globalChanges } from '../../engine/recovery/check-in.ts';
import { activitiesKind } from '../log/activities-kind.ts';
import { askShortForm } from '../log/ask-entry.ts';
import type { GivenCheckIn } from './check-in-flags.ts';
import type { RecoveryRun } from './open-plan.ts';

const numbers = { usual: 'check-in-usual', worst: 'check-in-worst', interference: 'check-in-interference' };
const changeId = 'check-in-change';
/** Before the name of an activity, so that none is taken for another question. */
const activityId = 'activity ';

/** Danger signs in short first, then numbers, then how it is on the whole. Every page can be left empty. */
export async function askCheckIn(run: RecoveryRun): Promise<GivenCheckIn> {
  const prompter = await run.prompter();
  const { is, signs } = await askShortForm(prompter, run.contact);
  const named = Object.entries(signs).map(([id, answer]) => (answer === 'unsure' ? `${id}?` : id));
  // A danger sign is answered first: nothing more is asked.
  if (named.length > 0) return { signs: named.join(',') };
  const rated = await askNumbers(run);
  const reply = await prompter.page({
    emergencyLine: run.contact.line,
    title: 'On the whole',
    progress: '2 of 2',
    questions: [changeQuestion],
    canGoBack: false,
  });
  const said = reply.kind === 'answered' ? reply.answers[changeId] : undefined;
  const change = globalChanges.find((each) => each === said);
  return {
    ...rated,
    ...(change === undefined ? {} : { change }),
    ...(is === 'none' ? { signs: 'none' } : {}),
  };
}

async function askNumbers(run: RecoveryRun): Promise<GivenCheckIn> {
  const prompter = await run.prompter();
  const activities = await ownActivities(run);
  for (let title = 'Pain and what it stops'; ; title = 'The worst cannot be below the usual') {
    const reply = await prompter.page({
      emergencyLine: run.contact.line,
      title,
      progress: '1 of 2',
      questions: [...numberQuestions, ...activities.map(activityQuestion)],
      canGoBack: false,
    });
    const answers = reply.kind === 'answered' ? reply.answers : {};
    const rating = (id: string) => (typeof answers[id] === 'number' ? String(answers[id]) : undefined);
    const [usual, worst] = [rating(numbers.usual), rating(numbers.worst)];
    if (usual !== undefined && worst !== undefined && Number(worst) < Number(usual)) continue;
    const interference = rating(numbers.interference);
    const activity = activities.flatMap((name) => {
      const rated = rating(`${activityId}${name}`);
      return rated === undefined ? [] : [`${name}=${rated}`];
    });
    return {
      ...(usual === undefined ? {} : { usual }),
      ...(worst === undefined ? {} : { worst }),
      ...(interference === undefined ? {} : { interference }),
      ...(activity.length === 0 ? {} : { activity }),
    };
  }
}

async function ownActivities({ ctx }: RecoveryRun): Promise<readonly string[]> {
  return savedActivities((await (await ctx.record()).newest(activitiesKind))?.body);
}

const scale = { kind: 'number', unit: 'of 10', minimum: 0, maximum: 10 } as const;

const numberQuestions: readonly PromptQuestion[] = [
  {
    ...scale,
    id: numbers.usual,
    label: 'Usual pain lately',
    ask: 'How strong was the pain most of the time since your last check-in, from 0 to 10?',
    why: 'It shows how the weeks go, and when somebody should look.',
    ends: ['no pain', 'worst you can think of'],
  },
  {
    ...scale,
    id: numbers.worst,
    label: 'Worst pain lately',
    ask: 'How strong was it at its worst since then?',
    why: 'Very bad pain deserves a second look, even when most hours are fine.',
    ends: ['no pain', 'worst you can think of'],
  },
  {
    ...scale,
    id: numbers.interference,
    label: 'How much it stops you',
    ask: 'How much does it stop you in what you do, from 0 to 10?',
    why: 'What you can do again often tells more than the pain.',
    ends: ['nothing', 'cannot do anything'],
  },
];

function activityQuestion(name: string): PromptQuestion {
  return {
    ...scale,
    id: `${activityId}${name}`,
    label: name,
    ask: `How well can you do this: ${name}?`,
    why: 'It is one of the things that you want back.',
    ends: ['cannot', 'as before'],
  };
}

const changeQuestion: PromptQuestion = {
  id: changeId,
  kind: 'single',
  label: 'Beside your first check',
  ask: 'Beside the day you first checked it here, how is your back now?',
  why: 'When it is worse, all the danger signs are asked again.',
  options: globalChanges.map((id) => ({ id, label: changeLabels[id] })),
};

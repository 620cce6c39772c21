import type { Stage, StageNumber } from '../../data/exercise-schema.ts';
import type { Standing } from '../permissions.ts';

/** Without a current assessment nobody goes further than easy moving. */
const uncheckedStage: StageNumber = 2;
/** Nobody said how strong the pain is, so nothing that needs it to be low. */
const unknownPainStage: StageNumber = 3;
/** Nobody said how long it has lasted: as for somebody who was not checked. */
const unknownDurationStage: StageNumber = 2;
/** Days alone do not show that a person is back at everything: that takes an answer. */
const stageByDaysAtMost: StageNumber = 4;
/** "How much does it stop you doing things?", 0 to 10: with this much or less, usual tasks are easy. */
const easyLimit = 2;

const chronicFromDay = 84;
const subacuteFromDay = 42;

export interface StageFacts {
  readonly stages: readonly Stage[];
  readonly standing: Standing;
  /** Days since this spell began, as of today. */
  readonly durationDays?: number | undefined;
  /** 0 to 10: now, or the newest that is known. */
  readonly pain?: number | undefined;
  /** 0 to 10: how much it stops the person doing things. */
  readonly activityLimit?: number | undefined;
}

export interface StageNow {
  readonly stage: StageNumber;
  /** Why this one, a sentence. */
  readonly because: string;
}

/**
 * How far a person is: by the days since it began, and never further than the pain allows. Old pain is not far along
 * just because it is old.
 */
export function stageOf(facts: StageFacts): StageNow {
  const { durationDays, pain, activityLimit, standing, stages } = facts;
  const byDays = durationDays === undefined ? unknownDurationStage : stageOfDay(durationDays, stages);
  const limits: StageNow[] = [
    {
      stage: byDays,
      because: durationDays === undefined ? 'How long it has lasted is not known.' : dayReason(durationDays),
    },
    pain === undefined
      ? { stage: unknownPainStage, because: 'How strong the pain is now is not known.' }
      : { stage: stageOfPain(pain, stages), because: `The pain is ${pain} of 10.` },
  ];
  if (activityLimit === undefined || activityLimit > easyLimit)
    limits.push({
      stage: stageByDaysAtMost,
      because: 'Usual tasks are not all easy yet, as far as we know.',
    });
  if (standing !== 'cleared')
    limits.push({ stage: uncheckedStage, because: 'Your back has not been checked yet.' });
  return limits.reduce((lowest, limit) => (limit.stage < lowest.stage ? limit : lowest));
}

/** Under 6 weeks, 6 to 12 weeks, longer. Not known counts as new: the calmer half of the exercises. */
export function chronicityOf(durationDays: number | undefined): 'acute' | 'subacute' | 'chronic' {
  if (durationDays === undefined || durationDays < subacuteFromDay) return 'acute';
  return durationDays < chronicFromDay ? 'subacute' : 'chronic';
}

function stageOfDay(days: number, stages: readonly Stage[]): StageNumber {
  return highest(stages.filter(({ days: { from } }) => from <= days));
}

function stageOfPain(pain: number, stages: readonly Stage[]): StageNumber {
  return highest(stages.filter(({ painAtMost }) => pain <= painAtMost));
}

function highest(stages: readonly Stage[]): StageNumber {
  return stages.reduce<StageNumber>((most, { stage }) => (stage > most ? stage : most), 1);
}

function dayReason(days: number): string {
  if (days < 1) return 'It began today.';
  return `It began ${Math.round(days) === 1 ? 'yesterday' : `${Math.round(days)} days ago`}.`;
}

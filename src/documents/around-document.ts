import type { PlanningFlag } from '../data/exercise-schema.ts';
import type { RaisedFlag } from '../engine/routine/plan.ts';
import type { Document } from './document.ts';

export interface AroundView {
  /** "Anything I should plan around?" was answered. */
  readonly isKnown: boolean;
  /** Sessions are open. */
  readonly isGuided: boolean;
  /** Whom to call with thoughts that are hard to bear. */
  readonly crisis: string;
}

/** What sessions are planned around, each with the answer that says so and what it changes. */
export function aroundDocument(
  raised: readonly RaisedFlag[],
  flags: readonly PlanningFlag[],
  { isKnown, isGuided, crisis }: AroundView,
): Document {
  const known = raised.flatMap(({ flag, because }) => {
    const entry = flags.find(({ id }) => id === flag);
    return entry === undefined ? [] : [{ label: entry.label, text: entry.effect, details: [because] }];
  });
  return {
    title: 'What your sessions are planned around',
    blocks: [
      { kind: 'heading', level: 1, text: 'What your sessions are planned around' },
      ...(known.length === 0
        ? ([
            {
              kind: 'paragraph',
              text: isKnown ? 'Nothing. All exercises of your stage are open.' : 'You were not asked yet.',
            },
          ] as const)
        : ([{ kind: 'rows', rows: known }] as const)),
      ...(raised.some(({ flag }) => flag === 'panic-or-trauma')
        ? ([
            {
              kind: 'paragraph',
              text: `If body focus brings panic or bad memories, stop, open your eyes and look around. To talk to somebody: ${crisis}.`,
            },
          ] as const)
        : []),
      {
        kind: 'next',
        commands: [...(isGuided ? ['backcare stretch'] : ['backcare diagnose']), 'backcare stretch around'],
      },
    ],
  };
}

/** All that may be asked, with the names that `--set` takes. */
export function aroundQuestionsDocument(flags: readonly PlanningFlag[]): Document {
  return {
    title: 'What can be planned around',
    blocks: [
      { kind: 'heading', level: 1, text: 'What can be planned around' },
      {
        kind: 'table',
        columns: ['name', 'question'],
        rows: flags.filter(({ block }) => block !== undefined).map(({ id, ask }) => [id, ask]),
      },
      { kind: 'next', commands: ['backcare stretch around --set none', 'backcare stretch around'] },
    ],
  };
}

import type { SessionChoice, SessionId, StressorId, StressTables } from '../../data/stress-schema.ts';

export interface SuggestedSession {
  /** When it fits. */
  readonly choice: SessionChoice;
  readonly session: SessionId;
}

/**
 * One calm session for each situation, those of what presses first.
 *
 * @param barred sessions that do not go with the person; a situation without any other drops out
 */
export function suggestedSessions(
  { sessionChoices }: Pick<StressTables, 'sessionChoices'>,
  chosen: readonly StressorId[],
  barred: readonly SessionId[],
): readonly SuggestedSession[] {
  const suited = ({ suits }: SessionChoice) => chosen.filter((stressor) => suits.includes(stressor)).length;
  return [...sessionChoices]
    .sort((one, other) => suited(other) - suited(one))
    .flatMap((choice) => {
      const session = choice.sessions.find((id) => !barred.includes(id));
      return session === undefined ? [] : [{ choice, session }];
    });
}

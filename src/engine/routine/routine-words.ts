import type { Equipment, Position, Stage, StageNumber } from '../../data/exercise-schema.ts';
import type { RemedyTarget } from '../../data/remedy-schema.ts';

/** What a routine is for, after "for". */
export const targetWords: { readonly [target in RemedyTarget]: string } = {
  'pulled-muscle': 'a pulled muscle',
  'poor-posture': 'posture and long sitting',
  'chronic-stress': 'stress and tension',
  'tight-hamstrings': 'tight hamstrings',
  'spinal-problem': 'a joint, disc or nerve in the spine',
  'myofascial-pain': 'sore muscle knots',
  spasm: 'a spasm',
};

/** How a person is placed, after "do it". */
export const positionWords: { readonly [position in Position | 'lying']: string } = {
  standing: 'standing',
  sitting: 'sitting on a chair',
  'floor-sitting': 'sitting on the floor',
  'lying-on-back': 'lying on your back',
  'lying-on-front': 'lying on your front',
  'side-lying': 'lying on your side',
  kneeling: 'kneeling',
  'half-kneeling': 'kneeling on one knee',
  'hands-and-knees': 'on hands and knees',
  lying: 'lying down',
};

/** Things, after "with". */
export const equipmentWords: { readonly [thing in Equipment]: string } = {
  chair: 'a chair',
  mat: 'a mat',
  wall: 'a wall',
  towel: 'a towel',
  band: 'a band',
  pillow: 'a pillow',
  stick: 'a stick',
  ball: 'a ball',
};

/** "stage 3 (rebuild)". */
export function stageWords(number: StageNumber, stages: readonly Stage[]): string {
  const name = stages.find(({ stage }) => stage === number)?.name.toLowerCase();
  return name === undefined ? `stage ${number}` : `stage ${number} (${name})`;
}

/** "1 minute", "8 minutes". */
export function minutesInWords(minutes: number): string {
  return `${minutes} minute${minutes === 1 ? '' : 's'}`;
}

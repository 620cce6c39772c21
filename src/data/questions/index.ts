import type { Question } from '../schema.ts';
import { aboutYouQuestions } from './about-you.ts';
import { branchQuestions, considerQuestions, testQuestions } from './branch.ts';
import { emergencyQuestions } from './emergency.ts';
import { nerveQuestions } from './nerves.ts';
import { painQuestions } from './pain.ts';
import { pregnancyQuestions } from './pregnancy.ts';
import { signQuestions } from './signs.ts';

const all = [
  ...nerveQuestions,
  ...emergencyQuestions,
  ...signQuestions,
  ...aboutYouQuestions,
  ...pregnancyQuestions,
  ...painQuestions,
  ...branchQuestions,
  ...testQuestions,
  ...considerQuestions,
] as const;

/** Every question there is; the order is the order of asking where nothing else decides. */
export const questions: readonly Question[] = all;
export type QuestionId = (typeof all)[number]['id'];

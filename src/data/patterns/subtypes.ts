import type { Expression, Subtype, SubtypeEvidence, SubtypeId } from '../schema.ts';
import { band, is, one, rowsFor } from './matrix.ts';

/** What in the spine may be sore. They overlap, and history tells them apart poorly. */
export const subtypes: readonly Subtype[] = [
  {
    id: 'facet',
    name: 'a small joint of the spine',
    prior: 0.3,
    cap: 0.54,
    says: 'A small joint of the spine may be the sore part. No question can show that for sure.',
    sources: ['petersen-2017', 'vining-2019'],
    judged: true,
  },
  {
    id: 'disc-degeneration',
    name: 'a disc',
    prior: 0.35,
    says: 'A disc may be the sore part. Changes of discs are common with age, and common without pain.',
    sources: ['brinjikji-2015'],
    judged: true,
  },
  {
    id: 'herniation',
    name: 'a disc that irritates a nerve',
    prior: 0.25,
    says: 'A nerve in the low back may be irritated; a disc is one common reason.',
    sources: ['konstantinou-2012', 'disc-regression-2020'],
    judged: true,
  },
  {
    id: 'nerve-root',
    name: 'an irritated nerve',
    prior: 0.25,
    says: 'A nerve in the low back or neck may be irritated.',
    sources: ['konstantinou-2012', 'suri-2010'],
    judged: true,
  },
];

const row = rowsFor<SubtypeId, readonly [number, number, number, number]>([
  'facet',
  'disc-degeneration',
  'herniation',
  'nerve-root',
]);

const legPain: Expression = {
  chosen: 'leg-symptoms',
  options: ['buttock-or-thigh-only', 'pain-below-knee', 'numb-or-tingle'],
};

/** Matrix B: facet, disc wear, herniation, nerve root, used only once the spinal pattern is likely enough. */
export const subtypeEvidence: readonly SubtypeEvidence[] = [
  row('leg-symptoms', one('pain-below-knee'), [0.4, 0.4, 2.5, 2.5], 'there is pain below the knee', {
    cluster: 'C5',
    sources: ['konstantinou-2012'],
  }),
  row('leg-symptoms', one('numb-or-tingle'), [0.4, 0.4, 2.5, 2.5], 'a leg tingles or is numb', {
    cluster: 'C5',
    sources: ['konstantinou-2012', 'verwoerd-2014'],
  }),
  row('leg-symptoms', one('none'), [1.5, 1.5, 0.4, 0.4], 'there are no leg feelings', { cluster: 'C5' }),
  row('leg-worse-than-back', is('yes'), [0.4, 0.4, 2.5, 2.5], 'the leg hurts more than the back', {
    cluster: 'C5',
    sources: ['vroomen-2002', 'verwoerd-2014'],
    judged: false,
  }),
  row('cough-strain-leg', is('yes'), [0.67, 1, 2.5, 1.5], 'a cough shoots pain down the leg', {
    cluster: 'C5',
    sources: ['vroomen-2002', 'verwoerd-2014'],
    judged: false,
  }),
  row(
    'knee-straighten',
    one('shoots-below-knee-or-tingles'),
    [0.67, 0.67, 2.5, 2.5],
    'straightening the knee shoots below it',
    { cluster: 'C5', sources: ['stynes-2018'] },
  ),
  row(
    'worse-bending-sitting',
    is('yes'),
    [0.67, 1.5, 2.5, 0.67],
    'bending forward or sitting makes it worse',
    { cluster: 'C9' },
  ),
  row('worse-leaning-back', is('yes'), [1.5, 1, 0.67, 1.5], 'leaning back makes it worse', {
    cluster: 'C9',
    sources: ['petersen-2017'],
  }),
  row('better-lying', is('no'), [0.4, 1, 1, 1], 'lying down does not ease it', {
    sources: ['petersen-2017'],
    judged: false,
  }),
  row('centralises', one('yes'), [0.67, 2.5, 1.5, 1], 'pain moves up when you prop up', {
    sources: ['petersen-2017'],
    judged: false,
  }),
  row('centralises', one('no'), [1, 0.67, 1, 1], 'pain does not move up when you prop up', {
    sources: ['petersen-2017'],
    judged: false,
  }),
  row(
    'walk-claudication',
    is('yes'),
    [0.67, 0.67, 0.4, 3.7],
    'the legs get heavy on walking and ease on sitting',
    { cluster: 'C8', sources: ['suri-2010'], judged: false },
  ),
  row('walk-claudication', is('no'), [1, 1, 1, 0.4], 'the legs do not get heavy on walking', {
    cluster: 'C8',
    sources: ['suri-2010'],
    judged: false,
    when: { all: [{ number: 'age', atLeast: 50 }, legPain] },
  }),
  row('better-bending-forward', is('yes'), [0.67, 0.67, 0.67, 5], 'bending forward eases the leg', {
    cluster: 'C8',
    sources: ['suri-2010'],
    judged: false,
    when: legPain,
  }),
  row('pain-side', one('left', 'right'), [1.5, 0.67, 1, 1], 'it is on one side'),
  row('pain-side', one('middle'), [0.67, 1.5, 1, 0.67], 'it is in the middle'),
  row('age', band('under-30'), [0.4, 0.67, 1, 0.4], 'you are under 30', { sources: ['suri-2010'] }),
  row('age', band('30-49'), [0.67, 1, 1.5, 0.67], 'you are between 30 and 49'),
  row('age', band('50-64'), [1.5, 1.5, 0.67, 1], 'you are over 50'),
  row('age', band('65-plus'), [1.5, 1.5, 0.4, 2], 'you are over 65', {
    sources: ['petersen-2017', 'suri-2010'],
    judged: false,
  }),
  row('onset-type', one('gradual'), [1, 1, 1.5, 1.5], 'it came on little by little', {
    cluster: 'C1',
    sources: ['verwoerd-2014'],
    judged: false,
  }),
  row('onset-type', one('sudden-with-movement'), [1, 0.67, 0.67, 0.67], 'it began suddenly with a movement', {
    cluster: 'C1',
    sources: ['verwoerd-2014'],
    judged: false,
  }),
  row(
    'morning-stiff',
    one('under-30-min'),
    [1.5, 1.5, 1, 1],
    'you are stiff for a short time in the morning',
  ),
  row('arm-symptoms', is('yes'), [0.4, 0.67, 1.5, 2.5], 'pain or tingling runs down an arm', {
    cluster: 'C5',
    when: { chosen: 'pain-site', options: ['neck'] },
  }),
];

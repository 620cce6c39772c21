import type { Evidence, PatternId } from '../schema.ts';
import { band, is, one, rowsFor } from './matrix.ts';

const row = rowsFor<PatternId, readonly [number, number, number, number, number, number]>([
  'pulled-muscle',
  'poor-posture',
  'chronic-stress',
  'tight-hamstrings',
  'spinal-problem',
  'myofascial-pain',
]);

/**
 * Matrix A: likelihood ratios of every finding for pulled muscle, posture, stress, hamstrings, spinal problem
 * and myofascial pain, in that order. Most are judged on the scale 5, 2.5, 1.5, 1, 0.67, 0.4, 0.2 and have
 * no validation data; they order what is said and are never shown.
 */
export const evidence: readonly Evidence[] = [
  row(
    'onset-type',
    one('sudden-with-movement'),
    [5, 0.4, 0.4, 0.67, 1, 0.4],
    'it began suddenly with a movement',
    { cluster: 'C1', sources: ['steffens-2015'] },
  ),
  row(
    'onset-type',
    one('after-unusual-activity'),
    [2.5, 0.67, 0.67, 1, 0.67, 1],
    'it began after unusual activity',
    { cluster: 'C1', sources: ['steffens-2015'] },
  ),
  row('onset-type', one('gradual'), [0.2, 1.5, 1.5, 1.5, 1, 1.5], 'it came on little by little', {
    cluster: 'C1',
    sources: ['verwoerd-2014'],
  }),
  row('onset-type', one('woke-with-it'), [0.67, 1, 1, 1, 1, 1], 'you woke up with it', { cluster: 'C1' }),
  row(
    'onset-trigger',
    one('lift', 'twist', 'awkward-bend', 'fall', 'sport', 'new-exercise'),
    [2.5, 0.67, 0.67, 1, 1, 0.67],
    'a lift, twist, bend, fall or sport set it off',
    { cluster: 'C1', sources: ['steffens-2015', 'seed-article'] },
  ),
  row(
    'onset-trigger',
    one('cough-or-sneeze'),
    [1, 0.67, 0.67, 1, 1.5, 0.67],
    'a cough or sneeze set it off',
    { cluster: 'C1' },
  ),
  row(
    'onset-trigger',
    one('long-sitting-or-driving'),
    [0.67, 1.5, 1, 1.5, 1, 1],
    'long sitting or driving set it off',
    { cluster: 'C2' },
  ),
  row('duration', band('under-1-week'), [2.5, 0.67, 0.67, 0.67, 0.67, 0.4], 'it is under a week old', {
    cluster: 'C1b',
    sources: ['menezes-costa-2012'],
  }),
  row('duration', band('1-to-6-weeks'), [1.5, 1, 1, 1, 1, 0.67], 'it is one to six weeks old', {
    cluster: 'C1b',
    sources: ['seed-article'],
  }),
  row('duration', band('6-to-12-weeks'), [0.4, 1, 1, 1, 1.5, 1.5], 'it has lasted six to twelve weeks', {
    cluster: 'C1b',
  }),
  row('duration', band('over-12-weeks'), [0.2, 1.5, 1.5, 1.5, 1.5, 2.5], 'it has lasted over twelve weeks', {
    cluster: 'C1b',
    sources: ['seed-article'],
  }),
  row('local-bruise-or-tender', is('yes'), [1.5, 1, 0.67, 1, 0.67, 1], 'there is one sore or bruised spot'),
  row('hurts-on-using-muscle', is('yes'), [1.5, 1, 0.67, 1, 1, 1], 'it hurts when you use the muscle'),
  row('hurts-on-using-muscle', is('no'), [0.4, 1, 1.5, 1, 1, 1], 'using the muscle does not hurt more'),
  row('spasm-grabs', is('yes'), [1.5, 1, 1, 1, 1, 1], 'the muscle grabs'),
  row('pain-quality', one('tight-or-band'), [1, 1.5, 1.5, 1, 0.67, 1], 'it feels tight', { cluster: 'C7' }),
  row('pain-quality', one('deep-ache'), [1, 1, 1, 1, 1, 1.5], 'it is a deep ache', {
    cluster: 'C7',
    sources: ['seed-article'],
  }),
  row('pain-quality', one('sharp-catch'), [1.5, 0.67, 0.67, 0.67, 1.5, 0.67], 'it catches sharply', {
    cluster: 'C7',
  }),
  row(
    'pain-quality',
    one('burning-or-electric'),
    [0.4, 0.67, 1, 0.67, 2.5, 1],
    'it burns or feels electric',
    { cluster: 'C5' },
  ),
  row('builds-with-position', is('yes'), [0.67, 2.5, 1, 1.5, 1, 1.5], 'it builds up in one position', {
    cluster: 'C2',
    sources: ['swain-2020'],
  }),
  row(
    'builds-with-position',
    is('no'),
    [1, 0.4, 1, 0.67, 1, 1],
    'staying in one position does not build it up',
    { cluster: 'C2' },
  ),
  row('sitting-hours', one('8-or-more'), [1, 1.5, 1, 1.5, 1, 1], 'you sit eight hours or more', {
    cluster: 'C2',
    sources: ['swain-2020'],
  }),
  row('sitting-hours', one('under-4'), [1, 0.67, 1, 0.67, 1, 1], 'you sit little', { cluster: 'C2' }),
  row('screen-slouch', is('yes'), [1, 1.5, 1, 1, 1, 1.5], 'you bend over a screen without breaks', {
    cluster: 'C2',
    sources: ['swain-2020'],
  }),
  row('screen-slouch', is('no'), [1, 0.4, 1, 1, 1, 1], 'you take breaks from the screen', { cluster: 'C2' }),
  row('posture-seen', is('yes'), [1, 1.5, 1, 1, 1, 1], 'rounded shoulders were noticed', {
    cluster: 'C2',
    sources: ['swain-2020'],
  }),
  row('stress-level', band('0-3'), [1, 1, 0.4, 1, 1, 1], 'your stress is low', {
    cluster: 'C3',
    sources: ['choi-2021'],
  }),
  row('stress-level', band('7-10'), [1, 1, 2.5, 1, 1, 1.5], 'your stress is high', {
    cluster: 'C3',
    sources: ['choi-2021'],
    judged: false,
  }),
  row('stress-flare', is('yes'), [0.67, 1, 5, 1, 0.67, 1.5], 'stressful days make it worse', {
    cluster: 'C3b',
  }),
  row('stress-flare', is('no'), [1, 1, 0.4, 1, 1, 1], 'stressful days do not make it worse', {
    cluster: 'C3b',
  }),
  row('tension-signs', { optionsAtLeast: 2 }, [1, 1, 1.5, 1, 1, 1.5], 'there are several signs of tension', {
    cluster: 'C3',
    sources: ['seed-article'],
  }),
  row('sleep', one('poor'), [1, 1, 1.5, 1, 1, 1.5], 'you sleep poorly', {
    cluster: 'C3',
    sources: ['seed-article'],
  }),
  row('sleep', one('good'), [1, 1, 0.67, 1, 1, 0.67], 'you sleep well', { cluster: 'C3' }),
  row('hamstring-feel', is('yes'), [1, 1, 1, 2.5, 1, 1], 'the backs of your thighs feel tight', {
    cluster: 'C4',
    sources: ['sadler-2017'],
  }),
  row('hamstring-feel', is('no'), [1, 1, 1, 0.4, 1, 1], 'the backs of your thighs do not feel tight', {
    cluster: 'C4',
  }),
  row(
    'toe-reach',
    one('knee-or-above-thigh-pull'),
    [1, 1, 1, 2.5, 1, 1],
    'a pull in the thighs stops your reach',
    { cluster: 'C4', sources: ['sadler-2017'] },
  ),
  row('toe-reach', one('toes-or-floor'), [1, 1, 1, 0.2, 1, 1], 'you reach your toes', { cluster: 'C4' }),
  row(
    'knee-straighten',
    one('pull-in-thigh-only'),
    [1, 1, 1, 1.5, 0.67, 1],
    'straightening the knee pulls in the thigh only',
    { cluster: 'C4' },
  ),
  row(
    'knee-straighten',
    one('shoots-below-knee-or-tingles'),
    [0.67, 0.67, 0.67, 0.4, 2.5, 0.67],
    'straightening the knee shoots below it',
    { cluster: 'C5', sources: ['stynes-2018'] },
  ),
  row('knots', is('yes'), [1, 1, 1, 1, 1, 1.5], 'there are small, very sore lumps', {
    cluster: 'C6',
    sources: ['monclus-2025'],
  }),
  row('knots', is('no'), [1, 1, 1, 1, 1, 0.4], 'there are no sore lumps in the muscle', {
    cluster: 'C6',
    sources: ['fdlp-2018'],
    judged: false,
  }),
  row('knot-familiar-pain', is('yes'), [1, 1, 1, 1, 0.67, 2.5], 'pressing a lump brings your usual pain', {
    cluster: 'C6',
    sources: ['fdlp-2018'],
    judged: false,
  }),
  row(
    'knot-familiar-pain',
    is('no'),
    [1, 1, 1, 1, 1, 0.4],
    'pressing a lump does not bring your usual pain',
    { cluster: 'C6', sources: ['fdlp-2018'], judged: false },
  ),
  row('repetitive-use', is('yes'), [1, 1, 1, 1, 1, 1.5], 'one movement repeats on most days', {
    sources: ['seed-article'],
  }),
  row('return-after-disuse', is('yes'), [1.5, 1, 1, 1, 1, 1.5], 'you began to use a part again', {
    sources: ['seed-article'],
  }),
  row(
    'leg-symptoms',
    one('pain-below-knee'),
    [0.4, 0.4, 0.4, 0.4, 2.5, 0.67],
    'there is pain below the knee',
    { cluster: 'C5', sources: ['konstantinou-2012'], judged: false },
  ),
  row('leg-symptoms', one('numb-or-tingle'), [0.4, 0.67, 0.67, 0.67, 2.5, 0.67], 'a leg tingles or is numb', {
    cluster: 'C5',
    sources: ['konstantinou-2012'],
    judged: false,
  }),
  row('leg-symptoms', one('none'), [1, 1, 1, 1, 0.67, 1], 'there are no leg feelings', { cluster: 'C5' }),
  row(
    'leg-worse-than-back',
    is('yes'),
    [0.4, 0.67, 0.67, 0.67, 2.5, 0.67],
    'the leg hurts more than the back',
    { cluster: 'C5', sources: ['vroomen-2002', 'verwoerd-2014'], judged: false },
  ),
  row(
    'cough-strain-leg',
    is('yes'),
    [0.67, 0.67, 0.67, 0.67, 2.5, 0.67],
    'a cough shoots pain down the leg',
    { cluster: 'C5', sources: ['vroomen-2002', 'verwoerd-2014'], judged: false },
  ),
  row(
    'walk-claudication',
    is('yes'),
    [0.4, 0.4, 0.4, 0.67, 3.7, 0.67],
    'the legs get heavy on walking and ease on sitting',
    { cluster: 'C8', sources: ['suri-2010'], judged: false },
  ),
  row('arm-symptoms', is('yes'), [0.67, 0.67, 0.67, 1, 2.5, 0.67], 'pain or tingling runs down an arm', {
    cluster: 'C5',
    when: { chosen: 'pain-site', options: ['neck'] },
  }),
  row('worse-leaning-back', is('yes'), [1, 1, 0.67, 0.67, 1.5, 1], 'leaning back makes it worse', {
    cluster: 'C9',
    sources: ['petersen-2017'],
  }),
  row(
    'worse-bending-sitting',
    is('yes'),
    [1, 1, 0.67, 1.5, 1.5, 1],
    'bending forward or sitting makes it worse',
    { cluster: 'C9' },
  ),
  row('better-moving', is('yes'), [0.67, 1.5, 1, 1.5, 1, 1], 'moving about eases it', { cluster: 'C2' }),
  row('better-heat-massage', is('yes'), [1, 1, 1.5, 1, 0.67, 1.5], 'heat or a rub eases it'),
  row(
    'morning-stiff',
    one('under-30-min'),
    [1, 1, 1, 1, 1.5, 1],
    'you are stiff for a short time in the morning',
  ),
  row('episodes-12m', one('3-or-more'), [0.67, 1, 1, 1, 1.5, 1], 'it came three times or more this year', {
    sources: ['pengel-2003'],
  }),
  row('told-spine-problem', is('yes'), [1, 1, 1, 1, 1.5, 1], 'you were told of a disc, joint or nerve'),
  row('age', band('under-30'), [1, 1, 1, 1, 0.67, 1], 'you are under 30'),
  row('age', band('50-64'), [1, 1, 1, 1, 1.5, 1], 'you are over 50'),
  row('age', band('65-plus'), [0.67, 0.67, 0.67, 0.67, 1.5, 1], 'you are over 65', {
    sources: ['petersen-2017', 'suri-2010'],
    judged: false,
  }),
];

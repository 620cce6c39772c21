import type { Pattern } from '../schema.ts';

/** The six patterns. They are ways to choose self-care, not diagnoses. */
export const patterns = [
  {
    id: 'pulled-muscle',
    name: 'Pulled muscle',
    prior: 0.35,
    priorReason:
      'The most common reason for sudden muscle pain; lifting and awkward positions often set it off.',
    role: 'set-off',
    gate: [
      { chosen: 'onset-type', options: ['sudden-with-movement', 'after-unusual-activity'] },
      { number: 'duration', below: 42 },
    ],
    card: {
      what: 'A muscle was stretched too far or torn a little. Full tears of back muscles are rare. A spasm, when the muscle tightens by itself, often comes with it.',
      how: [
        {
          says: 'Heavy or unusual loads are a common trigger.',
          verdict: 'supported',
          sources: ['swain-2020', 'saraceni-2020'],
        },
        {
          says: 'Soreness can make nearby muscles guard and grab. How that works is not settled.',
          verdict: 'weak',
          sources: ['nouwen-1984'],
        },
      ],
      against: 'Against it: a slow start, no pain on using the muscle, or more than six weeks.',
    },
    sources: ['steffens-2015', 'nhs-strains'],
    judged: true,
  },
  {
    id: 'poor-posture',
    name: 'Position and habits',
    prior: 0.2,
    priorReason: 'Commonly met, but weakly proven as a cause; read it as load and position habits.',
    role: 'keeps-going',
    gate: [
      { yes: 'builds-with-position' },
      { all: [{ chosen: 'sitting-hours', options: ['8-or-more'] }, { yes: 'screen-slouch' }] },
    ],
    card: {
      what: 'The ache builds up while you stay in one position and eases when you change. There is no single wrong posture; staying still for too long is the thing to change.',
      how: [
        {
          says: 'No posture is proven to cause back pain.',
          verdict: 'contradicted',
          sources: ['swain-2020', 'slater-2019', 'textneck-2025'],
        },
        {
          says: 'Long sitting goes with pain coming back, and breaks with movement cut new pain.',
          verdict: 'mixed',
          sources: ['dasilva-2019', 'breaks-rct-2021'],
        },
      ],
      against: 'Against it: pain that does not change with how long you stay in one position.',
    },
    sources: ['swain-2020'],
    judged: true,
  },
  {
    id: 'chronic-stress',
    name: 'Stress and tension',
    prior: 0.2,
    priorReason:
      'High stress about doubles the odds of long-lasting low back pain, but stress is common in everyone.',
    role: 'keeps-going',
    gate: [{ number: 'stress-level', atLeast: 4 }, { yes: 'stress-flare' }],
    card: {
      what: 'Long stress and back pain often travel together, each feeding the other. Stress does not make pain imaginary; it can turn the volume up.',
      how: [
        {
          says: 'Stress can keep some muscles switched on, mostly in the neck and shoulders.',
          verdict: 'mixed',
          sources: ['eijckelhof-2013', 'nouwen-1984'],
        },
        {
          says: 'One theory is that tense muscle gets less blood. It is not settled.',
          verdict: 'weak',
          sources: ['nouwen-1984', 'buscemi-2019'],
        },
      ],
      against: 'Against it: low stress, or pain that is the same on good days and bad days.',
    },
    sources: ['choi-2021', 'buscemi-2019'],
    judged: true,
  },
  {
    id: 'tight-hamstrings',
    name: 'Tight hamstrings',
    prior: 0.1,
    priorReason: 'A small effect, and seldom the only reason.',
    role: 'keeps-going',
    gate: [{ yes: 'hamstring-feel' }, { chosen: 'toe-reach', options: ['knee-or-above-thigh-pull'] }],
    card: {
      what: 'The muscles at the backs of your thighs are tight, so that bending asks more of the back. They often come with back pain; whether they cause it is unclear.',
      how: [
        {
          says: 'When the backs of the legs are tight, bending asks more of the back.',
          verdict: 'mixed',
          sources: ['sadler-2017', 'hori-2019'],
        },
        {
          says: 'Long sitting does not shrink them, but breaking it up helps.',
          verdict: 'weak',
          sources: ['dasilva-2019'],
        },
      ],
      against: 'Against it: you reach your toes, or a pull that runs below the knee.',
    },
    sources: ['sadler-2017', 'hori-2019'],
    judged: true,
  },
  {
    id: 'spinal-problem',
    name: 'A joint, disc or nerve',
    prior: 0.15,
    priorReason:
      'Nerve pain is part of perhaps one in ten cases; joint and disc pain are common but hard to show.',
    role: 'comes-from',
    gate: [
      { chosen: 'leg-symptoms', options: ['buttock-or-thigh-only', 'pain-below-knee', 'numb-or-tingle'] },
      { yes: 'arm-symptoms' },
      { yes: 'leg-worse-than-back' },
      { yes: 'cough-strain-leg' },
      { yes: 'walk-claudication' },
      { chosen: 'knee-straighten', options: ['shoots-below-knee-or-tingles'] },
      { chosen: 'centralises', options: ['yes'] },
      { yes: 'told-spine-problem' },
      {
        all: [
          { number: 'age', atLeast: 50 },
          { any: [{ yes: 'worse-leaning-back' }, { yes: 'worse-bending-sitting' }] },
        ],
      },
    ],
    card: {
      what: 'Some of your answers point toward a joint, disc or nerve in the spine. These are common, often settle with time, and are hard to tell apart at home.',
      how: [
        {
          says: 'Joints, discs and irritated nerves can all make back muscles sore.',
          verdict: 'supported',
          sources: ['brinjikji-2015', 'atlas-2018', 'nice-ng59'],
        },
        {
          says: 'Muscles often tighten around a sore joint or nerve.',
          verdict: 'mixed',
          sources: ['nouwen-1984'],
        },
      ],
      against: 'Against it: no leg or arm feelings, and pain that follows one sore muscle.',
    },
    sources: ['konstantinou-2012', 'petersen-2017'],
    judged: true,
  },
  {
    id: 'myofascial-pain',
    name: 'Sore muscle knots',
    prior: 0.1,
    priorReason: 'Sore spots are found in many people with back pain, but the lasting pattern is rarer.',
    role: 'keeps-going',
    gate: [{ yes: 'knots' }],
    card: {
      what: 'A lasting, deep ache with small, very sore spots in the muscle. A recognised pattern; experts disagree about its cause.',
      how: [
        {
          says: 'Tender spots are common in people with and without pain.',
          verdict: 'mixed',
          sources: ['mtrp-criteria-2020'],
        },
        {
          says: 'Jobs or hobbies that repeat one movement may add to it.',
          verdict: 'weak',
          sources: ['mps-consensus-2021'],
        },
      ],
      against: 'Against it: no sore lumps, or pressing them does not bring your usual pain.',
    },
    sources: ['monclus-2025', 'mps-consensus-2021', 'chiarotto-2016'],
    judged: true,
  },
] as const satisfies readonly Pattern[];

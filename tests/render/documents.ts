import type { Document, Drawing, Point } from '../../src/documents/document.ts';

/** The usual answer: calm, with patterns, steps by time, and what to look out for. */
export const result: Document = {
  title: 'What fits, and what to do',
  blocks: [
    {
      kind: 'callout',
      tone: 'calm',
      title: 'Self-care for now',
      lines: ['None of the warning signs we asked about were ticked.'],
    },
    { kind: 'heading', level: 2, text: 'What fits' },
    {
      kind: 'rows',
      rows: [
        {
          label: 'Pulled muscle',
          note: 'fits well',
          text: 'it began with a lift; it hurts when you use the muscle. Against: no sore spot',
          details: ['Back pain guideline, 2024'],
        },
        { label: 'Tight hamstrings', note: 'fits partly', text: 'the backs of your thighs feel tight' },
      ],
    },
    { kind: 'heading', level: 2, text: 'What to do' },
    {
      kind: 'rows',
      rows: [
        { label: 'now', text: 'Legs up on a chair, ten minutes, slow breaths.' },
        { label: 'today', text: 'A few minutes on your feet every hour. Cold if it soothes.' },
        {
          label: 'this week',
          text: 'Rest lying down no more than a day or two. Walk a little more each day.',
        },
        { label: 'usually', text: 'Many people feel clearly better within three to four weeks.' },
      ],
    },
    { kind: 'heading', level: 2, text: 'Get help' },
    {
      kind: 'rows',
      rows: [
        { label: 'now (112)', text: 'numb saddle, trouble peeing, a leg getting weaker' },
        { label: 'this week', text: 'worse after a week, or no better after three' },
      ],
    },
    {
      kind: 'next',
      commands: ['backcare stretch', 'backcare recovery', 'backcare diagnose --explain'],
    },
  ],
};

/** The answer that must not be missed on any screen. */
export const emergency: Document = {
  title: 'Emergency',
  blocks: [
    {
      kind: 'callout',
      tone: 'emergency',
      title: 'Call 112 now, or have someone take you.',
      lines: [
        'You ticked: trouble peeing, numb saddle.',
        'Together these can mean that nerves at the base of the spine are being pressed. Hours matter. Do not drive yourself. Do not wait.',
      ],
    },
    { kind: 'paragraph', text: 'Tell them: “back pain, numb saddle, cannot pee, since this morning”.' },
  ],
};

/** Every kind of block that the two above leave out. */
export const handbook: Document = {
  title: 'Lying hamstring stretch',
  blocks: [
    { kind: 'heading', level: 1, text: 'Lying hamstring stretch' },
    {
      kind: 'paragraph',
      text: 'For the backs of the thighs, which pull on the pelvis when they are short and so make the back work harder.',
    },
    {
      kind: 'callout',
      tone: 'urgent',
      title: 'See a doctor today',
      lines: ['A leg that gets weaker is not for stretching.'],
    },
    {
      kind: 'callout',
      tone: 'routine',
      title: 'Ask a physiotherapist within two weeks',
      lines: [],
    },
    { kind: 'callout', tone: 'note', title: 'Not checked yet', lines: ['About three minutes.'] },
    { kind: 'heading', level: 2, text: 'How' },
    {
      kind: 'steps',
      items: [
        'Lie on your back, one knee bent, and hold the other leg behind the thigh with both hands.',
        'Straighten the knee until you feel a mild pull.',
      ],
    },
    { kind: 'heading', level: 3, text: 'You need' },
    { kind: 'list', items: ['a mat', 'a towel or a strap, if your hands do not reach round the thigh'] },
    { kind: 'heading', level: 2, text: 'Remedies' },
    {
      kind: 'table',
      columns: ['Remedy', 'When', 'What the evidence says'],
      rows: [
        ['Warmth', 'the first days', 'a small relief in studies of a few days'],
        ['Walking', 'always', 'keeps you moving; as good as other exercise'],
      ],
    },
    { kind: 'paragraph', text: 'Checked in November.', quiet: true },
  ],
};

/** A body that stands, and the same with one arm up: strokes of every role, a circle, a filled one. */
function stander(hand: Point): Drawing {
  return {
    frame: { left: -0.3, bottom: -0.03, width: 0.6, height: 1.06 },
    strokes: [
      {
        kind: 'line',
        role: 'floor',
        points: [
          [-0.3, 0],
          [0.3, 0],
        ],
      },
      {
        kind: 'line',
        role: 'thing',
        points: [
          [0.25, 0],
          [0.25, 1],
        ],
      },
      {
        kind: 'line',
        role: 'far',
        points: [
          [0, 0.5],
          [-0.1, 0.02],
        ],
      },
      {
        kind: 'line',
        role: 'near',
        points: [
          [0, 0.84],
          [0, 0.5],
          [0.1, 0.02],
        ],
      },
      { kind: 'circle', role: 'near', centre: [0, 0.9], radius: 0.06 },
      { kind: 'circle', role: 'thing', centre: [-0.2, 0.06], radius: 0.06, filled: true },
      { kind: 'line', role: 'near', points: [[0, 0.78], hand] },
    ],
  };
}

/** Pictures, two and then three of them. */
export const pictures: Document = {
  title: 'Arm up',
  blocks: [
    { kind: 'heading', level: 2, text: 'Arm up' },
    {
      kind: 'figures',
      label: 'A person stands beside a wall, then lifts one arm.',
      panels: [
        { caption: 'Start', drawing: stander([0.1, 0.5]) },
        { caption: 'Hold', drawing: stander([0.2, 1]) },
      ],
    },
    { kind: 'paragraph', text: 'And down again, slowly.' },
    {
      kind: 'figures',
      label: 'The same, and the arm out to the front.',
      panels: [
        { caption: 'Start', drawing: stander([0.1, 0.5]) },
        { caption: 'Half way, where most people stop at first', drawing: stander([0.24, 0.78]) },
        { caption: 'Hold', drawing: stander([0.2, 1]) },
      ],
    },
  ],
};

/** What is ticked on paper, and sections that paper does not tear apart: beside pictures, under them, without any. */
export const week: Document = {
  title: 'A week',
  blocks: [
    { kind: 'heading', level: 1, text: 'A week' },
    {
      kind: 'ticks',
      label: 'A tick when it is done.',
      columns: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      rows: [
        'Arm up, 8 slow times',
        'Lying hamstring stretch, 30 seconds on each side, with a strap',
        'Walk',
      ],
    },
    { kind: 'heading', level: 2, text: 'The exercises' },
    { kind: 'heading', level: 3, text: '1. Arm up' },
    {
      kind: 'figures',
      label: 'A person lifts one arm.',
      panels: [
        { caption: 'Start', drawing: stander([0.1, 0.5]) },
        { caption: 'Hold', drawing: stander([0.2, 1]) },
      ],
    },
    { kind: 'rows', rows: [{ label: 'How much', text: '8 slow times.' }] },
    { kind: 'steps', items: ['Stand beside a wall.', 'Lift one arm.'] },
    { kind: 'rows', rows: [{ label: 'Leave out if', text: 'a shoulder is painful.' }] },
    { kind: 'heading', level: 3, text: '2. Walk' },
    { kind: 'steps', items: ['Walk.'] },
  ],
};

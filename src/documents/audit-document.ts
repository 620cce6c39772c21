import type { CaseScore, Miss, Proportion } from '../engine/audit.ts';
import type { LowSign, SignScore } from '../engine/audit-signs.ts';
import type { Block, Document } from './document.ts';

export interface AuditView {
  readonly score: CaseScore;
  readonly signs: SignScore;
  readonly ruleSet: string;
  readonly version: string;
  /** The user's own cases instead of the shipped ones. */
  readonly ownCases: boolean;
}

/** More low signs than this are counted, not listed. */
const mostListed = 20;

/** Cases and pairs of signs that the tool rated so low that it could do harm. */
export function unsafeCount({ score, signs }: Pick<AuditView, 'score' | 'signs'>): number {
  return score.all.unsafe.count + signs.alone.low.length + signs.pairs.low.length;
}

/** What the audit found, for people: the verdict, two tables, and every miss by name. */
export function auditDocument(view: AuditView): Document {
  const { score, signs } = view;
  return {
    title: 'Audit of the rules on this computer',
    blocks: [
      verdict(view),
      {
        kind: 'paragraph',
        text: `${view.ownCases ? 'Your own' : 'Shipped'} cases: ${score.all.exact.of}. Rules: ${view.ruleSet}, backcare ${view.version}.`,
        quiet: true,
      },
      { kind: 'heading', level: 2, text: 'Urgency, by the level that was expected' },
      levelTable(score),
      { kind: 'heading', level: 2, text: 'Together' },
      totalTable(score, signs),
      ...missBlocks(score.misses),
      ...lowSignBlocks([...signs.alone.low, ...signs.pairs.low]),
      { kind: 'paragraph', text: limits, quiet: true },
      {
        kind: 'next',
        commands: view.ownCases
          ? ['backcare diagnose audit', 'backcare diagnose --questions']
          : ['backcare diagnose audit --json', 'backcare diagnose audit --cases FILE'],
      },
    ],
  };
}

const limits =
  'The cases are made up by the people who wrote the rules, and no clinician has reviewed them. They show that the rules do what they say, not that the rules are right for you. Intervals are 95% Wilson intervals.';

function verdict(view: AuditView): Block {
  const count = unsafeCount(view);
  if (count === 0) {
    return {
      kind: 'callout',
      tone: 'calm',
      title: 'No answer was unsafe.',
      lines: ['Unsafe means rated so low that it could do harm.'],
    };
  }
  return {
    kind: 'callout',
    tone: 'urgent',
    title: `${count} unsafe`,
    lines: ['Rated so low that it could do harm. Do not rely on this version; please report it.'],
  };
}

function levelTable({ levels, all }: CaseScore): Block {
  const line = (name: string, score: CaseScore['all']) => [
    name,
    String(score.exact.of),
    `${score.exact.count}${shareInWords(score.exact)}`,
    withBeyond(score.tooHigh, score.aboveAccepted),
    withBeyond(score.tooLow, score.belowAccepted),
    String(score.unsafe.count),
  ];
  return {
    kind: 'table',
    columns: ['Expected', 'Cases', 'Exact (95%)', 'Too high*', 'Too low*', 'Unsafe'],
    rows: [...levels.map(({ urgency, score }) => line(urgency, score)), line('all', all)],
  };
}

/** "3 (1)": three missed the expected level, one of them every level that others would defend. */
function withBeyond(missed: Proportion, beyond: Proportion): string {
  return `${missed.count} (${beyond.count})`;
}

function totalTable(score: CaseScore, signs: SignScore): Block {
  const line = (name: string, { count, of, share, interval }: Proportion) => [
    name,
    `${count} of ${of}`,
    share === undefined ? '' : inPercent(share),
    interval === undefined ? '' : `${inPercent(interval[0])} to ${inPercent(interval[1])}`,
  ];
  const { all } = score;
  const safeSigns = ({ of, low }: SignScore['alone']) => `${of - low.length} of ${of}`;
  return {
    kind: 'table',
    columns: ['Measure', 'Cases', 'Share', '95% interval'],
    rows: [
      line('Exact level', all.exact),
      [
        'Exact level, mean of the levels',
        '',
        score.exactMean === undefined ? '' : inPercent(score.exactMean),
        '',
      ],
      line('Expected or acceptable level', all.accepted),
      line('Too high', all.tooHigh),
      line('* higher than every accepted level', all.aboveAccepted),
      line('Too low', all.tooLow),
      line('* lower than every accepted level', all.belowAccepted),
      line('Unsafe', all.unsafe),
      line('First pattern right', score.firstPattern),
      line('Most apt pattern in the first three', score.firstThree),
      ['Each danger sign alone, not too low', safeSigns(signs.alone), '', ''],
      ['Each pair of danger signs, not too low', safeSigns(signs.pairs), '', ''],
    ],
  };
}

function missBlocks(misses: readonly Miss[]): readonly Block[] {
  if (misses.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Where the tool and the expectation part' },
    {
      kind: 'rows',
      rows: misses.map((miss) => ({ label: labelOf(miss), text: miss.name, details: detailsOf(miss) })),
    },
  ];
}

const levelWords = {
  right: 'pattern',
  accepted: 'accepted',
  'too-high': 'too high',
  'too-low': 'too low',
} as const satisfies { readonly [level in Miss['level']]: string };

function labelOf(miss: Miss): string {
  return miss.unsafe ? 'unsafe' : levelWords[miss.level];
}

function detailsOf({ expected, answer, level, firstPattern }: Miss): readonly string[] {
  const acceptable = expected.acceptable ?? [];
  const rules = answer.rules.length === 0 ? 'no rule' : answer.rules.join(', ');
  return [
    ...(level === 'right'
      ? []
      : [
          `Expected ${[expected.urgency, ...acceptable].join(' or ')}; the tool says ${answer.urgency} (${rules}).`,
        ]),
    ...(firstPattern === 'wrong'
      ? [
          `Expected ${(expected.patterns ?? []).join(' or ')} first; the tool names ${answer.patterns.join(', ') || 'no clear pattern'}.`,
        ]
      : []),
  ];
}

function lowSignBlocks(low: readonly LowSign[]): readonly Block[] {
  if (low.length === 0) return [];
  const rest = low.length - mostListed;
  return [
    { kind: 'heading', level: 2, text: 'Danger signs rated too low' },
    {
      kind: 'list',
      items: [
        ...low
          .slice(0, mostListed)
          .map(({ signs, atLeast, urgency }) => `${signs.join(' + ')}: at least ${atLeast}, got ${urgency}`),
        ...(rest > 0 ? [`and ${rest} more (see --json)`] : []),
      ],
    },
  ];
}

/** " (82 to 100%)", or nothing when there is no case. */
function shareInWords({ interval }: Proportion): string {
  return interval === undefined ? '' : ` (${Math.round(interval[0] * 100)} to ${inPercent(interval[1])})`;
}

function inPercent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** The same for scripts: backcare/audit@1. */
export function auditJson(view: AuditView) {
  const { score, signs } = view;
  return {
    schema: 'backcare/audit@1',
    tool: `backcare ${view.version}`,
    ruleSet: view.ruleSet,
    cases: view.ownCases ? 'own' : 'shipped',
    unsafe: unsafeCount(view),
    levels: score.levels.map((level) => ({ urgency: level.urgency, ...proportionsJson(level.score) })),
    all: { ...proportionsJson(score.all), exactMean: rounded(score.exactMean) },
    firstPattern: proportionJson(score.firstPattern),
    firstThree: proportionJson(score.firstThree),
    signs: {
      alone: signs.alone,
      pairs: signs.pairs,
    },
    misses: score.misses.map(({ name, expected, answer, level, unsafe, firstPattern }) => ({
      name,
      expected,
      urgency: answer.urgency,
      level,
      unsafe,
      rules: answer.rules,
      patterns: answer.patterns,
      firstPattern,
    })),
  };
}

function proportionsJson(score: CaseScore['all']) {
  return {
    exact: proportionJson(score.exact),
    accepted: proportionJson(score.accepted),
    tooHigh: proportionJson(score.tooHigh),
    aboveAccepted: proportionJson(score.aboveAccepted),
    tooLow: proportionJson(score.tooLow),
    belowAccepted: proportionJson(score.belowAccepted),
    unsafe: proportionJson(score.unsafe),
  };
}

function proportionJson({ count, of, share, interval }: Proportion) {
  return {
    count,
    of,
    share: rounded(share),
    interval: interval === undefined ? null : interval.map(rounded),
  };
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 1000) / 1000;
}

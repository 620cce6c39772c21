import { describe, expect, test } from 'vitest';
import { auditDocument, auditJson, unsafeCount } from '../../src/documents/audit-document.ts';
import { type AuditTool, scoreCases } from '../../src/engine/audit.ts';
import type { SignScore } from '../../src/engine/audit-signs.ts';

const tool: AuditTool = () => ({ urgency: 'routine', patterns: ['poor-posture'], rules: ['r-some'] });
const score = scoreCases(
  [
    { name: 'Fine, 40', answers: { age: 40 }, expected: { urgency: 'routine', patterns: ['poor-posture'] } },
    { name: 'Missed, 50', answers: { age: 50 }, expected: { urgency: 'emergency', acceptable: ['urgent'] } },
    {
      name: 'Other, 60',
      answers: { age: 60 },
      expected: { urgency: 'self-care', patterns: ['pulled-muscle'] },
    },
  ],
  tool,
);
const signs: SignScore = {
  alone: { of: 2, low: [{ signs: ['rf-fever'], atLeast: 'urgent', urgency: 'routine' }] },
  pairs: { of: 1, low: [] },
};
const view = { score, signs, ruleSet: '2026.01.01-draft', version: '1.2.3', ownCases: false };
const safe = {
  ...view,
  score: scoreCases([], tool),
  signs: { alone: { of: 2, low: [] }, pairs: { of: 1, low: [] } },
};

describe('document', () => {
  const { blocks } = auditDocument(view);

  test('says first how many are unsafe, cases and signs', () => {
    expect(unsafeCount(view)).toBe(2);
    expect(blocks[0]).toMatchObject({ kind: 'callout', tone: 'urgent', title: '2 unsafe' });
    expect(auditDocument(safe).blocks[0]).toMatchObject({ tone: 'calm', title: 'No answer was unsafe.' });
  });

  test('has one line per expected level and one for all', () => {
    expect(blocks.find(({ kind }) => kind === 'table')).toMatchObject({
      rows: [
        ['self-care', '1', '0 (0 to 79%)', '1 (1)', '0 (0)', '0'],
        ['routine', '1', '1 (21 to 100%)', '0 (0)', '0 (0)', '0'],
        ['emergency', '1', '0 (0 to 79%)', '0 (0)', '1 (1)', '1'],
        ['all', '3', '1 (6 to 79%)', '1 (1)', '1 (1)', '1'],
      ],
    });
  });

  test('counts danger signs', () => {
    const [, total] = blocks.filter(({ kind }) => kind === 'table');
    expect(total).toMatchObject({
      rows: expect.arrayContaining([
        ['Each danger sign alone, not too low', '1 of 2', '', ''],
        ['Each pair of danger signs, not too low', '1 of 1', '', ''],
      ]),
    });
  });

  test('names each miss with the rule that fired', () => {
    expect(blocks.find(({ kind }) => kind === 'rows')).toEqual({
      kind: 'rows',
      rows: [
        {
          label: 'unsafe',
          text: 'Missed, 50',
          details: ['Expected emergency or urgent; the tool says routine (r-some).'],
        },
        {
          label: 'too high',
          text: 'Other, 60',
          details: [
            'Expected self-care; the tool says routine (r-some).',
            'Expected pulled-muscle first; the tool names poor-posture.',
          ],
        },
      ],
    });
    expect(blocks.find(({ kind }) => kind === 'list')).toEqual({
      kind: 'list',
      items: ['rf-fever: at least urgent, got routine'],
    });
  });

  test('lists no misses where there are none', () => {
    expect(auditDocument(safe).blocks.filter(({ kind }) => kind === 'rows' || kind === 'list')).toEqual([]);
  });

  test('counts the rest of a long list of signs', () => {
    const low = Array.from({ length: 25 }, (_, index) => ({
      signs: [`rf-${index}`],
      atLeast: 'urgent' as const,
      urgency: 'routine' as const,
    }));
    const many = auditDocument({ ...view, signs: { ...signs, alone: { of: 25, low } } });
    const list = many.blocks.find((block) => block.kind === 'list');
    expect(list?.items).toHaveLength(21);
    expect(list?.items.at(-1)).toBe('and 5 more (see --json)');
  });
});

test('JSON: backcare/audit@1', () => {
  expect(auditJson(view)).toMatchInlineSnapshot(`
    {
      "all": {
        "aboveAccepted": {
          "count": 1,
          "interval": [
            0.061,
            0.792,
          ],
          "of": 3,
          "share": 0.333,
        },
        "accepted": {
          "count": 1,
          "interval": [
            0.061,
            0.792,
          ],
          "of": 3,
          "share": 0.333,
        },
        "belowAccepted": {
          "count": 1,
          "interval": [
            0.061,
            0.792,
          ],
          "of": 3,
          "share": 0.333,
        },
        "exact": {
          "count": 1,
          "interval": [
            0.061,
            0.792,
          ],
          "of": 3,
          "share": 0.333,
        },
        "exactMean": 0.333,
        "tooHigh": {
          "count": 1,
          "interval": [
            0.061,
            0.792,
          ],
          "of": 3,
          "share": 0.333,
        },
        "tooLow": {
          "count": 1,
          "interval": [
            0.061,
            0.792,
          ],
          "of": 3,
          "share": 0.333,
        },
        "unsafe": {
          "count": 1,
          "interval": [
            0.061,
            0.792,
          ],
          "of": 3,
          "share": 0.333,
        },
      },
      "cases": "shipped",
      "firstPattern": {
        "count": 1,
        "interval": [
          0.095,
          0.905,
        ],
        "of": 2,
        "share": 0.5,
      },
      "firstThree": {
        "count": 1,
        "interval": [
          0.095,
          0.905,
        ],
        "of": 2,
        "share": 0.5,
      },
      "levels": [
        {
          "aboveAccepted": {
            "count": 1,
            "interval": [
              0.207,
              1,
            ],
            "of": 1,
            "share": 1,
          },
          "accepted": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "belowAccepted": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "exact": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "tooHigh": {
            "count": 1,
            "interval": [
              0.207,
              1,
            ],
            "of": 1,
            "share": 1,
          },
          "tooLow": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "unsafe": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "urgency": "self-care",
        },
        {
          "aboveAccepted": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "accepted": {
            "count": 1,
            "interval": [
              0.207,
              1,
            ],
            "of": 1,
            "share": 1,
          },
          "belowAccepted": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "exact": {
            "count": 1,
            "interval": [
              0.207,
              1,
            ],
            "of": 1,
            "share": 1,
          },
          "tooHigh": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "tooLow": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "unsafe": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "urgency": "routine",
        },
        {
          "aboveAccepted": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "accepted": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "belowAccepted": {
            "count": 1,
            "interval": [
              0.207,
              1,
            ],
            "of": 1,
            "share": 1,
          },
          "exact": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "tooHigh": {
            "count": 0,
            "interval": [
              0,
              0.793,
            ],
            "of": 1,
            "share": 0,
          },
          "tooLow": {
            "count": 1,
            "interval": [
              0.207,
              1,
            ],
            "of": 1,
            "share": 1,
          },
          "unsafe": {
            "count": 1,
            "interval": [
              0.207,
              1,
            ],
            "of": 1,
            "share": 1,
          },
          "urgency": "emergency",
        },
      ],
      "misses": [
        {
          "expected": {
            "acceptable": [
              "urgent",
            ],
            "urgency": "emergency",
          },
          "firstPattern": "not-scored",
          "level": "too-low",
          "name": "Missed, 50",
          "patterns": [
            "poor-posture",
          ],
          "rules": [
            "r-some",
          ],
          "unsafe": true,
          "urgency": "routine",
        },
        {
          "expected": {
            "patterns": [
              "pulled-muscle",
            ],
            "urgency": "self-care",
          },
          "firstPattern": "wrong",
          "level": "too-high",
          "name": "Other, 60",
          "patterns": [
            "poor-posture",
          ],
          "rules": [
            "r-some",
          ],
          "unsafe": false,
          "urgency": "routine",
        },
      ],
      "ruleSet": "2026.01.01-draft",
      "schema": "backcare/audit@1",
      "signs": {
        "alone": {
          "low": [
            {
              "atLeast": "urgent",
              "signs": [
                "rf-fever",
              ],
              "urgency": "routine",
            },
          ],
          "of": 2,
        },
        "pairs": {
          "low": [],
          "of": 1,
        },
      },
      "tool": "backcare 1.2.3",
      "unsafe": 2,
    }
  `);
});

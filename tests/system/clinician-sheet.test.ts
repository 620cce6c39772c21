import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRecord } from '../../src/store/record.ts';
import { runBackcare, temporaryFolder } from '../support/built-binary.ts';
import { FakeClock, seededRandom } from '../support/fake-context.ts';
import { browserForTests, faultsOf, openPage, printed } from './support/browser.ts';
import { named, whyNot } from './support/why-not.ts';

const missing = whyNot({ program: 'chromium' }) ?? whyNot({ program: 'pdftotext' });
const day = 24 * 60 * 60 * 1000;

interface Past {
  readonly daysAgo: number;
  readonly kind: string;
  readonly body: unknown;
}

const signs = (answer: 'yes' | 'no') =>
  Object.fromEntries(
    [
      'rf-saddle-numbness',
      'rf-bladder-retention',
      'rf-both-legs-new',
      'rf-foot-drop',
      'rf-fever',
      'rf-weight-loss',
      'rf-night-sweats',
      'rf-night-pain',
      'rf-constant-worse',
      'rf-not-mechanical',
      'rf-trunk-band',
      'rf-bone-tap',
      'rf-minor-knock',
      'rf-shape-change',
      'rf-calf-swollen',
      'mod-cancer-old',
      'mod-steroids',
      'mod-osteoporosis',
      'mod-immune',
      'mod-diabetes',
      'mod-blood-thinner',
      'mod-recent-infection',
      'mod-artery-risk',
    ].map((id) => [id, answer]),
  );

/** Four weeks, a number and now and then a word a day. */
function ordinaryWeeks(): readonly Past[] {
  const entries = Array.from({ length: 28 }, (_, place) => ({
    daysAgo: 28 - place,
    kind: 'log',
    body: {
      usual: Math.max(2, 6 - Math.floor(place / 6)),
      worst: 8 - Math.floor(place / 6),
      ...(place % 9 === 0 ? { note: 'after a long day at the desk' } : {}),
    },
  }));
  const answers = { ...signs('no'), age: 44, 'pain-site': ['low-back'], duration: 3, 'pain-worst': 8 };
  return [
    { daysAgo: 29, kind: 'assessment', body: { urgency: 'self-care', complete: true, answers } },
    ...entries,
    { daysAgo: 9, kind: 'recovery-flare', body: { is: 'started' } },
    { daysAgo: 7, kind: 'recovery-flare', body: { is: 'over' } },
    { daysAgo: 5, kind: 'practice', body: { name: 'Morning', result: { activeMilliseconds: 480_000 } } },
  ];
}

/** Twelve weeks of somebody who notes everything, at the greatest length. */
function fullWeeks(): readonly Past[] {
  const note = 'a line of words that goes on for as long as a note may go on, and then some more. '.repeat(6);
  const entries = Array.from({ length: 84 }, (_, place) => ({
    daysAgo: 84 - place,
    kind: 'log',
    body: {
      usual: (place * 7) % 11,
      worst: 10,
      interference: (place * 3) % 11,
      stress: (place * 5) % 11,
      sleep: (['good', 'fair', 'poor'] as const)[place % 3],
      where: ['neck', 'upper-back', 'mid-back', 'low-back', 'buttock', 'hip-or-groin', 'thigh', 'below-knee'],
      activities: {
        'lifting my daughter out of her bed': place % 11,
        'playing the church organ for an hour': (place * 2) % 11,
        'digging the whole vegetable garden': (place * 3) % 11,
      },
      signs: 'none',
      note: note.slice(0, 500),
    },
  }));
  const often = [...entries.keys()].filter((place) => place % 10 === 0);
  const practices = [
    'Hips and hamstrings',
    'Core builder',
    'Desk break',
    'Relief of a spasm',
    'Morning',
    'Reset',
  ];
  const items = ['breathe', 'walk-plan', 'breaks', 'heat', 'up-hourly', 'walk-short', 'log', 'sleep-plan'];
  const remedies = [
    'heat',
    'cold-pack',
    'walking',
    'slow-breathing',
    'massage',
    'otc-pain-relief',
    'short-rest',
  ];
  const answers = {
    ...signs('yes'),
    age: 71,
    'pain-site': ['neck', 'upper-back', 'mid-back', 'low-back', 'buttock', 'thigh', 'below-knee', 'arm'],
    duration: 200,
    'onset-type': 'sudden-with-movement',
    'pain-worst': 10,
  };
  return [
    ...[83, 60, 30].map((daysAgo) => ({
      daysAgo,
      kind: 'assessment',
      body: { urgency: 'routine', complete: true, answers },
    })),
    ...entries,
    ...often.flatMap((place) => [
      { daysAgo: 84 - place, kind: 'recovery-flare', body: { is: 'started' } },
      { daysAgo: 82 - place, kind: 'recovery-flare', body: { is: 'over' } },
    ]),
    ...entries.map(({ daysAgo }, place) => ({
      daysAgo,
      kind: 'practice',
      body: { name: practices[place % practices.length], result: { activeMilliseconds: 600_000 } },
    })),
    ...items.map((item, place) => ({ daysAgo: 80 - place, kind: 'recovery-tick', body: { item, times: 1 } })),
    ...remedies.map((remedy, place) => ({
      daysAgo: 70 - place,
      kind: 'recovery-remedy',
      body: { remedy, helped: 'no', note },
    })),
    {
      daysAgo: 1,
      kind: 'assessment',
      body: { urgency: 'urgent', complete: false, sign: 'weak-or-both-legs', answers },
    },
  ];
}

/** The sheet of a record that was kept over these days, as HTML. */
async function sheetOf(past: readonly Past[]): Promise<string> {
  const home = temporaryFolder();
  const clock = new FakeClock({ zone: 'Europe/London', offsetMinutes: 0 });
  const now = Date.now();
  const record = openRecord({ folder: join(home, 'backcare', 'data'), clock, random: seededRandom(1) });
  for (const { daysAgo, kind, body } of [...past].sort((one, other) => other.daysAgo - one.daysAgo)) {
    clock.set(now - daysAgo * day);
    await record.append(kind, body);
  }
  const args = ['recovery', 'report', '--yes', '--format', 'html'];
  const { code, stdout } = await runBackcare({ args, home });
  expect(code).toBe(0);
  return stdout;
}

describe.skipIf(missing !== undefined)(named("a clinician's sheet in a real browser", missing), () => {
  const browser = browserForTests();

  test.each([
    ['ordinary', ordinaryWeeks, ['Course', 'What was tried', 'Check of danger signs', 'In their own words']],
    ['full', fullWeeks, ['Danger sign ticked', 'Can do', 'Remedies', 'not on this page']],
  ] as const)(
    'of an %s record is one page of A4 and of Letter, whole and without a fault',
    async (_, past, says) => {
      const page = await browser.page();
      const { asked } = await openPage(page, await sheetOf(past()));
      expect(asked).toEqual([]);
      // Letters of a chart have the colour of the page, which axe does not see through the picture.
      const faults = (await faultsOf(page)).filter((fault) => !/^color-contrast .*<text /.test(fault));
      expect(faults).toEqual([]);
      for (const paper of ['A4', 'Letter'] as const) {
        const { sheets } = await printed(page, paper);
        expect(sheets, paper).toHaveLength(1);
        for (const words of says) expect(sheets[0]).toContain(words.replace(/\s/g, ''));
        // The last line of the sheet, and the number of the page.
        expect(sheets[0]).toMatch(/Level:[a-z,]+\.1\/1$/);
      }
      await page.close();
    },
  );
});

import { describe, expect, test } from 'vitest';
import { stressTables } from '../../src/data/stress-tables.ts';
import { crisisDocument } from '../../src/documents/stress-crisis.ts';
import { stressDocument } from '../../src/documents/stress-document.ts';
import { stressJson } from '../../src/documents/stress-json.ts';
import { reviewBlocks } from '../../src/documents/stress-review.ts';
import { workDocument } from '../../src/documents/stress-work.ts';
import { proposals } from '../../src/engine/stress/review.ts';
import { renderDocument } from '../../src/render/render.ts';
import { measure } from '../../src/render/width.ts';
import { banned } from '../data/checks/words.ts';
import { themes } from '../render/themes.ts';
import { documentedFields, examplesIn, pathsIn } from './json-documentation.ts';
import { contact } from './people.ts';
import { stories, stressViewOf } from './stress-people.ts';

const names = Object.keys(stories) as (keyof typeof stories)[];
const pageOf = (name: keyof typeof stories, detail: 'short' | 'full' = 'short') =>
  stressDocument(stressViewOf(stories[name], detail));
const work = (detail: 'short' | 'full') =>
  workDocument({ contact, tables: stressTables, before: [], detail, sources: [], hasPlan: true });
const review = () => {
  const { plan } = stressViewOf(stories['after-a-week']);
  return {
    title: 'Review',
    blocks: reviewBlocks(plan, proposals(stressTables, plan.sinceReview, { 'tell-you-tomorrow': 'too-big' })),
  };
};

describe('read like prose', () => {
  test.each(names)('%s', async (name) => {
    const page = pageOf(name);
    for (const theme of ['screen', 'columns-60', 'accessible'] as const) {
      const text = await renderDocument(page, { format: 'text', theme: themes[theme] });
      await expect(text).toMatchFileSnapshot(`golden/stress.${name}.${theme}.txt`);
    }
  });

  test('the long page, for paper and for a page', async () => {
    const page = pageOf('after-a-week', 'full');
    const markdown = await renderDocument(page, { format: 'markdown', theme: themes.pipe });
    await expect(markdown).toMatchFileSnapshot('golden/stress.after-a-week.md');
    const html = await renderDocument(page, { format: 'html', theme: themes.pipe });
    for (const words of [
      '<!doctype html>',
      'If I close my laptop',
      'Why these ways',
      'does not give a diagnosis',
    ])
      expect(html.toLowerCase()).toContain(words.toLowerCase());
  });

  test('crisis, a day at work, a review', async () => {
    const screen = (document: Parameters<typeof renderDocument>[0]) =>
      renderDocument(document, { format: 'text', theme: themes.screen });
    await expect(await screen(crisisDocument(stressTables, contact))).toMatchFileSnapshot(
      'golden/stress.crisis.txt',
    );
    await expect(await screen(work('short'))).toMatchFileSnapshot('golden/stress.at-work.txt');
    await expect(await screen(work('full'))).toMatchFileSnapshot('golden/stress.at-work.explain.txt');
    await expect(await screen(review())).toMatchFileSnapshot('golden/stress.review.txt');
  });
});

describe('what every page keeps', () => {
  test.each(names)('%s: one screen, the line first, whom to call', async (name) => {
    const text = await renderDocument(pageOf(name), { format: 'text', theme: themes.screen });
    const lines = text.trimEnd().split('\n');
    expect(lines.length, text).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(80);
    expect(text.trimStart()).toMatch(/^If you think this is an emergency, call/);
    expect(text.replace(/\s+/g, ' ')).toContain(contact.crisis);
  });

  test('nothing is said that is never said', async () => {
    const pages = [...names.flatMap((name) => [pageOf(name), pageOf(name, 'full')]), work('full'), review()];
    for (const page of pages) {
      const text = await renderDocument(page, { format: 'text', theme: themes.pipe });
      const said = text.replaceAll('backcare diagnose', '').replace(/It does not give a diagnosis/, '');
      for (const [what, pattern] of banned)
        expect(pattern.exec(said)?.[0], `${what}: ${said}`).toBeUndefined();
    }
  });

  test('a proposal is said to be one, and shows nothing as done', async () => {
    const text = await renderDocument(pageOf('proposal'), { format: 'text', theme: themes.pipe });
    expect(text).toContain('A proposal only, and nothing was kept');
    expect(text).not.toMatch(/open|done \d of/);
  });

  test('where help comes first there is no advice, no exercise and no plan', async () => {
    const text = await renderDocument(crisisDocument(stressTables, contact), {
      format: 'text',
      theme: themes.pipe,
    });
    expect(text).toContain(contact.crisis);
    expect(text).toContain(contact.number);
    expect(text).not.toMatch(/breathe|walk|plan|stress/i);
  });
});

describe('backcare/stress-plan@1', () => {
  const head = { contact, version: '0.1.0', at: Date.parse('2026-11-30T18:09:00Z'), offsetMinutes: 60 };
  const json = (name: keyof typeof stories) => {
    const view = stressViewOf(stories[name]);
    return JSON.parse(
      JSON.stringify(stressJson({ ...head, state: view.state, advice: [], view, says: ['Kept.'] })),
    );
  };

  test('every field is documented, and every documented field is there', () => {
    const written = new Set(names.flatMap((name) => pathsIn(json(name))));
    expect([...written].sort()).toEqual([...documentedFields('backcare/stress-plan@1')].sort());
  });

  test('after a week', () => {
    expect(json('after-a-week')).toMatchObject({
      schema: 'backcare/stress-plan@1',
      allowed: true,
      state: 'kept',
      plan: {
        began: '2026-11-23',
        stress: 8,
        reviewIsDue: true,
        reviewDueOn: '2026-11-30',
        commitments: [
          { number: 1, id: 'two-big-things', today: 'done' },
          { number: 2, id: 'tell-you-tomorrow', today: 'open' },
          { number: 3, id: 'own-1', action: null, today: 'skipped', days: ['mon', 'wed'] },
        ],
        sessionToday: 'open',
      },
    });
  });

  test('a proposal has neither days nor a date', () => {
    const { plan, state } = json('proposal');
    expect([state, plan.began, plan.week, plan.reviewDueOn]).toEqual(['proposal', null, null, null]);
    expect(plan.commitments[0]).toMatchObject({ today: null, week: [] });
  });

  test('the example of the answers is one object of the two parts', () => {
    const [example] = examplesIn('backcare/stress-answers@1');
    const ids = new Set(stressTables.actions.map(({ id }) => id));
    expect(
      example.commitments
        .filter((entry: unknown) => typeof entry === 'string')
        .every((id: string) => ids.has(id)),
    ).toBe(true);
  });
});

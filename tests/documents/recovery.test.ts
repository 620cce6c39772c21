import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recoveryTables } from '../../src/data/recovery-tables.ts';
import { remedies, visits } from '../../src/data/remedies.ts';
import { sources } from '../../src/data/sources.ts';
import type { Document } from '../../src/documents/document.ts';
import { recoveryDocument } from '../../src/documents/recovery-document.ts';
import { recoveryJson, remediesJson, visitJson } from '../../src/documents/recovery-json.ts';
import { remediesDocument, remedyDocument } from '../../src/documents/remedies-document.ts';
import { visitDocument } from '../../src/documents/visit-document.ts';
import { remediesFor, remedyStanding } from '../../src/engine/recovery/remedies-for.ts';
import { visitQuestions } from '../../src/engine/recovery/visit-questions.ts';
import { renderDocument } from '../../src/render/render.ts';
import { measure } from '../../src/render/width.ts';
import { banned } from '../data/checks/words.ts';
import { type Story, todayOf } from '../engine/recovery/people.ts';
import { themes } from '../render/themes.ts';
import { contact } from './people.ts';
import {
  recoveryViewOf,
  remediesViewOf,
  remedyFacts,
  remedyTables,
  stories,
  storyIn,
} from './recovery-people.ts';

const textOf = (document: Document, theme: keyof typeof themes = 'screen') =>
  renderDocument(document, { format: 'text', theme: themes[theme] });
const names = Object.keys(stories) as (keyof typeof stories)[];
const remedyOf = (id: string) => {
  const found = remedies.find((remedy) => remedy.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const remedyPage = (id: string, story: Story) =>
  remedyDocument({
    contact,
    remedy: remedyOf(id),
    standing: remedyStanding(remedyTables, remedyFacts(story), remedyOf(id)),
    heatOrCold: remediesFor(remedyTables, remedyFacts(story)).heatOrCold,
    tryOut: { text: 'One at a time.' },
    tried: [],
    before: [],
    sources,
  });
const sheetsOf = (story: Story) => {
  const facts = remedyFacts(story);
  return visitQuestions(visits, {
    ...facts,
    report: todayOf(story).report,
    ask: remediesFor(remedyTables, facts).ask,
  });
};
const visitPage = (story: Story) =>
  visitDocument({
    contact,
    sheets: sheetsOf(story),
    report: todayOf(story).report,
    before: [],
    imprint: 'Made today.',
  });

describe('the page of a day, read like prose', () => {
  test.each(names)('%s', async (name) => {
    await expect(await textOf(recoveryDocument(recoveryViewOf(stories[name])))).toMatchFileSnapshot(
      `golden/recovery.${name}.txt`,
    );
  });

  test.each(['two-patterns', 'flare', 'before-it-begins'] as const)('%s with --explain', async (name) => {
    await expect(
      await textOf(recoveryDocument(recoveryViewOf(stories[name], 'full')), 'pipe'),
    ).toMatchFileSnapshot(`golden/recovery.${name}.explain.txt`);
  });
});

describe('remedies and visits, read like prose', () => {
  test('the list', async () => {
    const story: Story = { answers: { duration: 5, 'mod-blood-thinner': 'yes' } };
    await expect(await textOf(remediesDocument(remediesViewOf(story)))).toMatchFileSnapshot(
      'golden/remedies.list.txt',
    );
    await expect(await textOf(remediesDocument(remediesViewOf(story, 'full')), 'pipe')).toMatchFileSnapshot(
      'golden/remedies.list.explain.txt',
    );
  });

  test.each(names)('the list of %s fits one screen', async (name) => {
    const text = await textOf(remediesDocument(remediesViewOf(stories[name])));
    expect(text.trimEnd().split('\n').length, text).toBeLessThanOrEqual(24);
  });

  test.each(['heat', 'massage', 'support-belt', 'strengthening'])('%s', async (id) => {
    await expect(await textOf(remedyPage(id, { answers: { duration: 5 } }))).toMatchFileSnapshot(
      `golden/remedy.${id}.txt`,
    );
  });

  test('questions for a visit', async () => {
    const story: Story = {
      ...stories['off-track'],
      answers: { ...stories['off-track'].answers, 'mod-blood-thinner': 'yes' },
    };
    await expect(await textOf(visitPage(story))).toMatchFileSnapshot('golden/visit.off-track.txt');
  });
});

describe('the short page fits one screen', () => {
  const phases = recoveryTables.tracks.flatMap((track) =>
    track.phases.map((phase) => [track.id, phase.id] as const),
  );
  const moments: readonly (readonly [string, Story])[] = [
    ['an ordinary day', { answers: { duration: 0 }, pain: [3, 3, 3] }],
    [
      'a slow course',
      {
        answers: { duration: 0, 'pain-average': 5 },
        days: [
          { day: 22, usual: 5 },
          { day: 23, usual: 5 },
        ],
      },
    ],
    ['a flare', { events: [[1, 'flare', { is: 'started', legSigns: true, grabs: true }]] }],
    ['a ladder', { answers: { duration: 0 }, events: [[1, 'ladder', { ladder: 'lifting', is: 'chosen' }]] }],
  ];
  test.each(phases)('%s, %s', async (track, phase) => {
    for (const [moment, story] of moments) {
      const lines = (await textOf(recoveryDocument(recoveryViewOf(storyIn(track, phase, story)))))
        .trimEnd()
        .split('\n');
      expect(lines.length, `${moment}\n${lines.join('\n')}`).toBeLessThanOrEqual(24);
      expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(80);
    }
  });
});

describe('what every page keeps', () => {
  const pages = async (): Promise<readonly string[]> =>
    Promise.all([
      ...names.flatMap((name) =>
        (['short', 'full'] as const).map((detail) =>
          textOf(recoveryDocument(recoveryViewOf(stories[name], detail)), 'pipe'),
        ),
      ),
      ...remedies.map(({ id }) => textOf(remedyPage(id, {}), 'pipe')),
      ...names.map((name) => textOf(remediesDocument(remediesViewOf(stories[name], 'full')), 'pipe')),
      textOf(visitPage({}), 'pipe'),
    ]);

  test('begins with the emergency line', async () => {
    for (const page of await pages())
      expect(page.trimStart()).toMatch(/^If you think this is an emergency, call 112/);
  });

  test('says nothing that is never said', async () => {
    for (const page of await pages()) {
      // The command has the word in its name, sources have it in their titles.
      const said = page
        .replaceAll('backcare diagnose', '')
        .replace(/Sources[\s\S]*/, '')
        .replace(/It does not give a diagnosis/, '');
      for (const [what, pattern] of banned)
        expect(pattern.exec(said)?.[0], `${what}: ${said}`).toBeUndefined();
    }
  });

  test('warmth and cold never come without their care', async () => {
    for (const page of await pages()) {
      if (/\bwarmth 15|\bcold 10|cold, if you like it/i.test(page))
        expect(page).toMatch(/cloth between[\s\S]*numb skin/);
    }
    for (const id of ['heat', 'cold-pack'])
      expect(await textOf(remedyPage(id, {}), 'pipe')).toContain('never use it on numb skin');
  });

  test('a remedy that guidelines advise against is shown by name, without a scolding, and stands in no list', async () => {
    for (const { id, grade, name } of remedies.filter((remedy) => remedy.grade === 'against')) {
      expect(grade).toBe('against');
      expect(await textOf(remedyPage(id, {}), 'pipe')).toContain('Not advised as a routine');
      for (const story of names)
        expect(await textOf(remediesDocument(remediesViewOf(stories[story], 'full')), 'pipe')).not.toContain(
          `${name}.`,
        );
    }
  });

  test('a professional remedy says what to ask and never how', () => {
    for (const remedy of remedies)
      if (remedy.kind === 'ask')
        expect(JSON.stringify(remedyPage(remedy.id, {}).blocks)).not.toContain('"how"');
  });
});

describe('the JSON twins', () => {
  const head = {
    contact,
    version: '0.1.0',
    at: Date.parse('2026-11-22T18:09:00Z'),
    offsetMinutes: 60,
    before: [],
    isAllowed: true,
  };

  test('of a day', () => {
    const { today, heatOrCold } = recoveryViewOf(stories['ready-to-go-on']);
    const json = recoveryJson({ ...head, today, heatOrCold, checkIn: undefined });
    expect(json).toMatchObject({
      schema: 'backcare/recovery@1',
      at: '2026-11-22T19:09:00.000+01:00',
      reviewed: false,
      emergency: { country: 'IE' },
      plan: {
        begun: true,
        track: 'pulled-muscle',
        phase: { id: 'calm', reached: 'calm', day: 4 },
        proposal: { kind: 'up', to: 'move' },
        flare: { state: 'none' },
        ladder: null,
      },
    });
    expect(json.plan?.today.map(({ number, item, done }) => [number, item, done])).toEqual([
      [1, 'up-hourly', 0],
      [2, 'walk-short', 1],
      [3, 'breathe', 0],
      [4, 'check-in', 1],
      [5, 'legs-up', 0],
    ]);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  test('every field stands in the contract', () => {
    const { today, heatOrCold } = recoveryViewOf(stories['ready-to-go-on']);
    const { plan, ...others } = recoveryJson({ ...head, today, heatOrCold, checkIn: 3 });
    const text = readFileSync(new URL('../../docs/json.md', import.meta.url), 'utf8');
    const contract = /## backcare\/recovery@1([\s\S]*?)\n## /.exec(text)?.[1] ?? '';
    const named = [...contract.matchAll(/`([\w.]+)`/g)].map(([, name]) => name);
    expect(Object.keys(plan ?? {}).filter((key) => !named.includes(`plan.${key}`))).toEqual([]);
    expect(['says', ...Object.keys(others)].filter((key) => !named.includes(key))).toEqual(['schema']);
  });

  test('of a flare and a ladder', () => {
    const flare = recoveryViewOf(stories['flare-with-leg-signs']);
    expect(recoveryJson({ ...head, ...flare }).plan).toMatchObject({
      flare: { state: 'running', day: 3, step: 'next-days', legSigns: true },
    });
    const ladder = recoveryViewOf(stories['on-a-ladder']);
    expect(recoveryJson({ ...head, ...ladder }).plan).toMatchObject({
      ladder: { id: 'lifting', step: 1, of: 6 },
    });
  });

  test('of remedies and visits', () => {
    const { offer, tryOut } = remediesViewOf({ answers: { duration: 5 } });
    const json = remediesJson({ ...head, offer, tried: [], tryOut, asked: { remedy: remedyOf('heat') } });
    expect(json).toMatchObject({ schema: 'backcare/remedies@1', asked: { id: 'heat', standing: null } });
    expect(json.now[0]).toMatchObject({ id: 'stay-active', first: true, kind: 'self' });
    expect(json.ask.map(({ kind }) => kind)).not.toContain('self');
    expect(visitJson({ ...head, sheets: sheetsOf({}) })).toMatchObject({
      schema: 'backcare/visit@1',
      visits: [{ id: 'doctor' }, {}, {}, {}, {}],
    });
  });

  test('where no plan is allowed there is the advice and nothing else', () => {
    const { today, heatOrCold } = recoveryViewOf(stories['first-day']);
    const closed = {
      ...head,
      isAllowed: false,
      before: [{ kind: 'paragraph', text: 'See a clinician today or tomorrow.' }] as const,
    };
    expect(recoveryJson({ ...closed, today, heatOrCold, checkIn: undefined })).toMatchObject({
      allowed: false,
      plan: null,
      advice: ['See a clinician today or tomorrow.'],
    });
    const { offer, tryOut } = remediesViewOf({});
    expect(
      remediesJson({ ...closed, offer, tried: [], tryOut, asked: { remedy: remedyOf('heat') } }),
    ).toMatchObject({
      now: [],
      ask: [],
      asked: null,
    });
  });
});

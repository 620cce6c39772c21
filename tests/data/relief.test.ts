import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { questions } from '../../src/data/questions/index.ts';
import {
  reliefAvoid,
  reliefCall,
  reliefOpening,
  reliefPace,
  reliefSigns,
  reliefSteps,
  reliefStem,
  reliefUrgentAction,
} from '../../src/data/relief.ts';
import { breathingPaceSchema, reliefAdviceSchema, reliefSignSchema } from '../../src/data/relief-schema.ts';
import { sources } from '../../src/data/sources.ts';
import { addedSources } from '../../src/data/sources-added.ts';

const advice = [reliefOpening, ...reliefSteps, reliefAvoid, reliefCall, reliefUrgentAction];
const known = new Set<string>([...sources, ...addedSources].map(({ id }) => id));

describe('the seven lines', () => {
  it('are seven, in the shape of their schema', () => {
    expect(z.safeParse(z.array(reliefSignSchema), reliefSigns).error?.issues ?? []).toEqual([]);
    expect(reliefSigns.map(({ id }) => id)).toEqual([
      'saddle-or-bladder',
      'weak-or-both-legs',
      'chest-breath-faint',
      'head-face-speech',
      'fall-or-crash',
      'fever-or-very-ill',
      'pregnant-bleeding-pains',
    ]);
  });

  const byId = new Map<string, (typeof questions)[number]>(questions.map((question) => [question.id, question]));
  const levelsOf = (covers: readonly string[]) =>
    covers.map((id) => {
      const question = byId.get(id);
      return question?.kind === 'bool' ? question.alone : undefined;
    });

  it.each(reliefSigns.map((sign) => [sign.id, sign] as const))('%s stands for signs of the interview', (_id, sign) => {
    expect(sign.covers.filter((id) => !byId.has(id))).toEqual([]);
    // A line must never ask for less than the strongest sign it stands for; a big accident has its level by its day.
    expect([...levelsOf(sign.covers), ...(sign.covers.includes('rf-major-accident') ? ['emergency'] : [])]).toContain(
      'emergency',
    );
  });

  it('say "could be urgent only" just where a covered sign is', () => {
    expect(reliefSigns.filter((sign) => sign.urgentIf !== undefined).map(({ id }) => id)).toEqual([
      'fall-or-crash',
      'fever-or-very-ill',
    ]);
    expect(byId.get('rf-fever')).toMatchObject({ alone: 'urgent' });
  });

  it('leave self-harm to the interview', () => {
    expect(reliefSigns.flatMap((sign) => sign.covers)).not.toContain('rf-self-harm');
  });

  it.each(reliefSigns.map((sign) => [sign.id, sign] as const))('%s has a short label', (_id, sign) => {
    expect(sign.label.split(/\s+/).length).toBeLessThanOrEqual(9);
    expect(sign.label.length).toBeLessThanOrEqual(53);
    expect(sign.ask).toMatch(/\?$/);
  });
});

describe('the help', () => {
  it('has the shape of its schema', () => {
    expect(z.safeParse(z.array(reliefAdviceSchema), advice).error?.issues ?? []).toEqual([]);
    expect(z.safeParse(breathingPaceSchema, reliefPace).error?.issues ?? []).toEqual([]);
  });

  it('goes from lying to breathing, standing and warmth', () => {
    expect(reliefSteps.map(({ id }) => id)).toEqual([
      'legs-on-a-chair',
      'on-your-side',
      'slow-breathing',
      'stand-and-walk',
      'warmth',
    ]);
  });

  it('has a way to lie in pregnancy and when breathless', () => {
    expect(reliefSteps[1].text).toMatch(/side.*pregnant.*breathless/i);
  });
});

describe('everything said', () => {
  it.each([...reliefSigns, ...advice, { id: 'pace', ...reliefPace }].map((entry) => [entry.id, entry] as const))(
    '%s rests on something',
    (_id, entry) => {
      expect(entry.sources.length > 0 || ('judged' in entry && entry.judged === true)).toBe(true);
      expect(entry.sources.filter((id) => !known.has(id))).toEqual([]);
    },
  );

  const said = [reliefStem, ...advice.map(({ text }) => text), ...reliefSigns.map((sign) => JSON.stringify(sign))];
  it.each(said)('%s', (words) => {
    expect(words).not.toMatch(
      /%|\byou are suffering\b|\bdiagnosis:|all clear|nothing serious|you are fine|\b\d+\s?mg\b|slipped|damaged|worn out|your fault|will go away/i,
    );
  });
});

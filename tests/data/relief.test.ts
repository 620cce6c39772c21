import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { knowledgeTables } from '../../src/data/knowledge.ts';
import {
  reliefAvoid,
  reliefCall,
  reliefComfort,
  reliefPace,
  reliefSigns,
  reliefStem,
  reliefSteps,
  reliefUrgentAction,
} from '../../src/data/relief.ts';
import { breathingPaceSchema, reliefAdviceSchema, reliefSignSchema } from '../../src/data/relief-schema.ts';
import { sources } from '../../src/data/sources.ts';
import { addedSources } from '../../src/data/sources-added.ts';
import { knowledgeFrom } from '../../src/engine/knowledge.ts';
import { ruleLevel } from '../../src/engine/triage.ts';

const byId = reliefSigns.map((sign) => [sign.id, sign] as const);
const advice = [reliefComfort, ...reliefSteps, reliefAvoid, reliefCall, reliefUrgentAction];
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

  const knowledge = knowledgeFrom(knowledgeTables);
  const levelsOf = (covers: readonly string[]) =>
    covers.map((id) => ruleLevel({ 'mod-pregnant': 'yes', [id]: 'yes' }, knowledge));

  it.each(byId)('%s stands for signs of the interview, and asks for no less', (_id, sign) => {
    expect(sign.covers.filter((id) => knowledge.question(id) === undefined)).toEqual([]);
    expect(levelsOf(sign.covers)).toContain('emergency');
  });

  it('say "could be urgent only" just where a covered sign is', () => {
    expect(reliefSigns.filter((sign) => sign.urgentIf !== undefined).map(({ id }) => id)).toEqual([
      'fall-or-crash',
      'fever-or-very-ill',
    ]);
    expect(ruleLevel({ 'rf-fever': 'yes' }, knowledge)).toBe('urgent');
    const accident = { 'rf-major-accident': 'yes', 'accident-when': '1-to-4-weeks-ago' };
    expect(ruleLevel(accident, knowledge)).toBe('urgent');
  });

  it('leave self-harm to the interview', () => {
    expect(reliefSigns.flatMap((sign) => sign.covers)).not.toContain('rf-self-harm');
  });

  it.each(byId)('%s has a short label', (_id, sign) => {
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
  it.each(
    [...reliefSigns, ...advice, { id: 'pace', ...reliefPace }].map((entry) => [entry.id, entry] as const),
  )('%s rests on something', (_id, entry) => {
    expect(entry.sources.length > 0 || ('judged' in entry && entry.judged === true)).toBe(true);
    expect(entry.sources.filter((id) => !known.has(id))).toEqual([]);
  });

  const said = [
    reliefStem,
    ...advice.map(({ text }) => text),
    ...reliefSigns.map((sign) => JSON.stringify(sign)),
  ];
  it.each(said)('%s', (words) => {
    expect(words).not.toMatch(
      /%|\byou are suffering\b|\bdiagnosis:|all clear|nothing serious|you are fine|\b\d+\s?mg\b|slipped|damaged|worn out|your fault|will go away/i,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { helpAskedIn } from '../../../src/engine/stress/raw-gate.ts';

describe('raw text that asks for help first', () => {
  it.each([
    'self-harm=yes',
    'self-harm=unsure',
    'SELF-HARM=maybe',
    '{"answers":{"self-harm":"yes"}}',
    '{"answers":{"self-harm" : true,}',
    '{"answers":{"self-harm":["yes"]}}',
    '{"self-harm":"yes","self-harm":"no"}',
    '{"self-h\\u0061rm":"yes"}',
    "{'self_harm':'yes'}",
    [...'{"self-harm":"yes"}'].join('\0'),
  ])('an answer: %s', (raw) => {
    expect(helpAskedIn(raw)).toBe('answer');
  });

  it.each([
    'stressors=I want to die',
    '["suicide"]',
    '{"commitments":["I want to kill myself"',
    '["I want\\nto die"]',
    '{"I want to die":1}',
  ])('words: %s', (raw) => {
    expect(helpAskedIn(raw)).toBe('words');
  });

  it.each([
    '',
    'self-harm=no',
    'self-harm=skipped',
    'self-harm=rather-not-say',
    '{"answers":{"self-harm":"no","stress-now":9}}',
    '{"answers":{"self-harm":false}}',
    '["I walk"]',
  ])('neither: %s', (raw) => {
    expect(helpAskedIn(raw)).toBeUndefined();
  });
});

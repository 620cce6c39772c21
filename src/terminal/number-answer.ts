import type { PromptQuestion } from '../context.ts';
import { formatDuration, parseDuration } from '../engine/duration.ts';

/** A typed number as an answer, or what was expected instead, in one line. */
export type TypedNumber = { readonly value: number } | { readonly problem: string };

/** Reads what was typed for a number question: whole numbers, and lengths of time where the unit is days. */
export function readNumber(question: PromptQuestion, text: string): TypedNumber {
  const value = question.unit === 'days' ? parseDuration(text) : wholeNumber(text);
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = question;
  if (value === undefined || value < minimum || value > maximum)
    return { problem: `"${text.trim()}" does not fit. ${expectedNumber(question)}` };
  return { value };
}

/** The answer as it would be typed. */
export function formatNumber(question: PromptQuestion, value: number): string {
  return question.unit === 'days' ? formatDuration(value) : String(value);
}

/** What to type, said before and after a mistake. */
export function expectedNumber({ unit, minimum = 0, maximum }: PromptQuestion): string {
  if (unit === 'days') return 'Type it like 3 days, 5 weeks, 8 months, 2 years or today.';
  const range = maximum === undefined ? `from ${minimum}` : `from ${minimum} to ${maximum}`;
  return unit === 'years' ? `Type a whole number of years ${range}.` : `Type a whole number ${range}.`;
}

/** The two ends of a scale in words, e.g. "0 no pain, 10 the worst"; undefined when it has none. */
export function scaleEnds({ ends, minimum = 0, maximum = 10 }: PromptQuestion): string | undefined {
  return ends === undefined ? undefined : `${minimum} ${ends[0]}, ${maximum} ${ends[1]}`;
}

/** Whether this key adds to a typed number. Lengths of time have letters, once a number has begun. */
export function isNumberText(question: PromptQuestion, before: string, press: string): boolean {
  if (/^\d$/.test(press)) return true;
  if (question.unit !== 'days') return false;
  // "t" begins "today"; every other letter on an empty line is a command.
  return before === '' ? press === 't' : /^[a-z.,]$/.test(press) || press === 'space';
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
}

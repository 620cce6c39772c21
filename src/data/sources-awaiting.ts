import type { SourceId } from './sources.ts';

/** A capability that is not in the product yet. */
export type Awaited = 'stretch' | 'instruments';

/**
 * Sources that nothing said so far rests on, with the capability that will use them. Every other source is used, and
 * one that is used must leave this list: a content rule sees to both.
 */
export const sourcesAwaiting: Readonly<Partial<Record<SourceId, Awaited>>> = {
  // Exercise shown on a screen, with pictures and timing.
  'davergne-2023': 'stretch',
  // Questionnaires: what they measure, and whether they may be used.
  'keele-startback': 'instruments',
  'keele-startmsk': 'instruments',
  'odi-mapi': 'instruments',
  'rmdq-use': 'instruments',
  'pss-use': 'instruments',
  'phq4-ninds': 'instruments',
  'phq-permission': 'instruments',
  'linton-2011': 'instruments',
  'pseq2-2015': 'instruments',
  'gcpsr-2020': 'instruments',
  'peg-2009': 'instruments',
  'psfs-1995': 'instruments',
};

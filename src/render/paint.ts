import { Chalk, type ChalkInstance } from 'chalk';
import type { Tone } from '../documents/document.ts';
import type { ColourLevel } from './theme.ts';

/** How a piece of text is meant; what it looks like is decided here alone. */
export interface Paint {
  readonly heading: (text: string) => string;
  /** The one accent colour: commands, and marks that carry no danger. */
  readonly accent: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly tone: Readonly<Record<Tone, (text: string) => string>>;
}

/**
 * Paint for one stream. Own Chalk instance: the global one has looked at standard output of the process,
 * which need not be the stream that is written to.
 */
export function createPaint(level: ColourLevel): Paint {
  const chalk = new Chalk({ level });
  // Of 256 colours these two can be read on black and on white; of 16 none can be promised to.
  const accent = level >= 2 ? chalk.ansi256(37) : chalk.cyan;
  const amber = level >= 2 ? chalk.ansi256(172) : chalk.yellow;
  return {
    heading: brush(chalk.bold),
    accent: brush(accent),
    quiet: brush(chalk.dim),
    tone: {
      emergency: brush(chalk.red.bold),
      urgent: brush(amber.bold),
      routine: brush(accent.bold),
      calm: brush(accent.bold),
      note: brush(chalk.bold),
    },
  };
}

/** Chalk joins all its arguments, so as a callback of `map` it would print the index as well. */
function brush(style: ChalkInstance): (text: string) => string {
  return (text) => style(text);
}

/** How much colour a stream takes: none, 16 colours, 256 colours, true colour. */
export type ColourLevel = 0 | 1 | 2 | 3;

/** Which characters a stream can show. */
export type GlyphSet = 'unicode' | 'ascii';

/** Everything a renderer needs to know about the place where its text will stand. */
export interface Theme {
  /** `screen`: columns and symbols. `lines`: one fact a line, for pipes and screen readers. */
  readonly layout: 'screen' | 'lines';
  /** Columns that no line may pass. Infinity where lines are not wrapped (a pipe, a file). */
  readonly width: number;
  readonly colour: ColourLevel;
  readonly glyphs: GlyphSet;
  /** Words instead of symbols, no columns, nothing drawn over. */
  readonly accessible: boolean;
}

/** Environment variables that decide a theme; unset and empty are the same. */
export interface ThemeEnvironment {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly ACCESSIBLE?: string | undefined;
  readonly TERM?: string | undefined;
  readonly COLORTERM?: string | undefined;
  readonly LC_ALL?: string | undefined;
  readonly LC_CTYPE?: string | undefined;
  readonly LANG?: string | undefined;
  /** Set by Windows Terminal, which shows Unicode and true colour and sets no locale. */
  readonly WT_SESSION?: string | undefined;
}

/** Names to read from the environment for `createTheme`. */
export const themeVariables = [
  'NO_COLOR',
  'FORCE_COLOR',
  'ACCESSIBLE',
  'TERM',
  'COLORTERM',
  'LC_ALL',
  'LC_CTYPE',
  'LANG',
  'WT_SESSION',
] as const satisfies readonly (keyof ThemeEnvironment)[];

/** Plain facts about one stream; answers and hints go to two streams, which may differ. */
export interface ThemeFacts {
  readonly isTerminal: boolean;
  /** Columns of the terminal; 0 or undefined when it does not say. */
  readonly columns?: number | undefined;
  readonly env: ThemeEnvironment;
  /** `--no-color`. */
  readonly noColour?: boolean | undefined;
  /** `--accessible`, or the preference. */
  readonly accessible?: boolean | undefined;
  /** The preference. */
  readonly colour?: 'auto' | 'always' | 'never' | undefined;
}

/** Narrower than this no layout is sane, so the terminal may wrap for itself. */
const narrowest = 20;
const usualWidth = 80;

/** Theme of one stream. Pure: the same facts give the same theme. */
export function createTheme(facts: ThemeFacts): Theme {
  const isDumb = facts.env.TERM === 'dumb';
  const accessible = facts.accessible === true || isSet(facts.env.ACCESSIBLE) || isDumb;
  return {
    layout: facts.isTerminal && !accessible ? 'screen' : 'lines',
    width: facts.isTerminal ? Math.max(narrowest, facts.columns || usualWidth) : Number.POSITIVE_INFINITY,
    colour: colourLevel(facts),
    // What a pipe gets must not change with the locale of whoever runs it.
    glyphs: facts.isTerminal && !showsUnicode(facts.env) ? 'ascii' : 'unicode',
    accessible,
  };
}

/** A flag beats a preference, a preference beats the environment (https://no-color.org, question 3). */
function colourLevel({ env, noColour, colour = 'auto', isTerminal }: ThemeFacts): ColourLevel {
  if (noColour === true || colour === 'never') return 0;
  if (colour === 'always') return Math.max(1, levelOfTerminal(env)) as ColourLevel;
  if (env.NO_COLOR) return 0;
  if (env.FORCE_COLOR) return forcedLevel(env.FORCE_COLOR);
  return isTerminal ? levelOfTerminal(env) : 0;
}

function forcedLevel(value: string): ColourLevel {
  if (value === '0' || value === 'false') return 0;
  if (value === '2') return 2;
  return value === '3' ? 3 : 1;
}

function levelOfTerminal({ TERM = '', COLORTERM = '', WT_SESSION }: ThemeEnvironment): ColourLevel {
  if (TERM === 'dumb') return 0;
  if (/^(truecolor|24bit)$/i.test(COLORTERM) || WT_SESSION) return 3;
  return /256(color)?$/i.test(TERM) ? 2 : 1;
}

function showsUnicode({ TERM, LC_ALL, LC_CTYPE, LANG, WT_SESSION }: ThemeEnvironment): boolean {
  // The kernel console has no glyph for most of ours, whatever the locale says.
  if (TERM === 'linux') return false;
  const locale = LC_ALL || LC_CTYPE || LANG;
  return locale ? /utf-?8/i.test(locale) : Boolean(WT_SESSION);
}

function isSet(value: string | undefined): boolean {
  return Boolean(value) && value !== '0' && value !== 'false';
}

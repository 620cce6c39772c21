import type { Context, PreferenceSetting } from '../../context.ts';
import type { Document, Row } from '../../documents/document.ts';
import { type Format, renderDocument } from '../../render/render.ts';
import { createTheme, themeVariables } from '../../render/theme.ts';
import { valueInWords } from './words.ts';

export interface TextOptions {
  readonly format: Format;
  readonly noColour: boolean;
  readonly accessible: boolean;
}

/** All preferences as text in the format asked for. */
export function settingsText(
  settings: readonly PreferenceSetting[],
  options: TextOptions,
  { io }: Context,
): Promise<string> {
  const setTo = (key: string) => settings.find((setting) => setting.key === key)?.value;
  const colour = setTo('colour');
  const theme = createTheme({
    isTerminal: io.outputIsTerminal,
    columns: io.size().columns,
    env: Object.fromEntries(themeVariables.map((name) => [name, io.env(name)])),
    noColour: options.noColour,
    accessible: options.accessible || setTo('accessible') === true,
    colour: colour === 'always' || colour === 'never' ? colour : 'auto',
  });
  return renderDocument(settingsDocument(settings), { format: options.format, theme });
}

function settingsDocument(settings: readonly PreferenceSetting[]): Document {
  return {
    title: 'Preferences',
    blocks: [
      { kind: 'heading', level: 1, text: 'Preferences' },
      { kind: 'rows', rows: settings.map(rowOf) },
      { kind: 'next', commands: ['backcare config set <key> <value>', 'backcare config edit'] },
    ],
  };
}

function rowOf(setting: PreferenceSetting): Row {
  const { key, value, isSet, meaning, range, example } = setting;
  const state = isSet
    ? valueInWords(value)
    : value === undefined
      ? 'not set'
      : `${valueInWords(value)}, the default`;
  return {
    label: key,
    text: state,
    details: [meaning, `It takes ${range}.`, `For example: backcare config set ${key} ${example}`],
  };
}

import type { Context, PreferenceSetting } from '../../context.ts';
import { editPreferences } from './edit.ts';
import { type OpenEditor, openEditor } from './editor.ts';
import { settingJson, settingsJson } from './json.ts';
import { settingsText, type TextOptions } from './text.ts';
import { valueInWords } from './words.ts';

/** What was asked for. */
export type ConfigAction =
  | { readonly kind: 'list' | 'path' | 'edit' | 'reset' }
  | { readonly kind: 'get'; readonly key: string | undefined }
  | { readonly kind: 'set'; readonly key: string; readonly words: readonly string[] }
  | { readonly kind: 'unset'; readonly key: string };

export interface ConfigOptions extends TextOptions {
  readonly json: boolean;
  readonly noInput: boolean;
}

/**
 * Does one action on the preferences and says what came of it on standard output.
 *
 * @throws InputError for unknown names and values out of range; nothing was changed
 * @throws RecordError for a file that cannot be read, used or written; it is kept
 */
export async function runConfig(
  action: ConfigAction,
  options: ConfigOptions,
  ctx: Context,
  edit: OpenEditor = openEditor,
): Promise<void> {
  const store = ctx.preferences();
  const say = (sentence: string, json: object) =>
    ctx.io.out(options.json ? `${JSON.stringify({ version: 1, ...json }, null, 2)}\n` : `${sentence}\n`);

  switch (action.kind) {
    case 'list': {
      const settings = store.settings();
      if (options.json) return say('', settingsJson(settings));
      return ctx.io.out(await settingsText(settings, options, ctx));
    }
    case 'get': {
      if (action.key !== undefined) return sayOne(store.setting(action.key), say, ctx);
      const settings = store.settings();
      const lines = settings.map((setting) => `${setting.key}=${valueInWords(setting.value)}`);
      return say(lines.join('\n'), settingsJson(settings));
    }
    case 'set': {
      const setting = await store.set(action.key, action.words);
      return say(`${setting.key} is now ${valueInWords(setting.value)}.`, settingJson(setting));
    }
    case 'unset': {
      const wasSet = await store.unset(action.key);
      return say(unsetSentence(action.key, wasSet, ctx), { key: action.key, wasSet });
    }
    case 'path':
      return say(store.path, { path: store.path });
    case 'edit': {
      await editPreferences(store, options, ctx, edit);
      return say(`The preferences in ${store.path} are fine.`, { path: store.path });
    }
    case 'reset': {
      const copy = await store.reset();
      const kept = copy === undefined ? '' : ` The old file is kept as ${copy}.`;
      return say(`All preferences are back to their defaults.${kept}`, {
        path: store.path,
        copy: copy ?? null,
      });
    }
  }
}

function sayOne(
  setting: PreferenceSetting,
  say: (sentence: string, json: object) => void,
  { io }: Context,
): void {
  say(valueInWords(setting.value), settingJson(setting));
  // A script gets an empty line, a person a reason for it.
  if (setting.value === undefined) {
    io.err(`${setting.key} is not set. Set it: backcare config set ${setting.key} ${setting.example}\n`);
  }
}

function unsetSentence(key: string, wasSet: boolean, ctx: Context): string {
  const topic = ctx.preferences().topics.find((candidate) => candidate.key === key);
  if (!wasSet) return `${key} was not set.`;
  if (topic?.default === undefined) return `${key} is no longer set.`;
  return `${key} is back to its default: ${valueInWords(topic.default)}.`;
}

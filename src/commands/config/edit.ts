import type { Context, PreferenceStore } from '../../context.ts';
import { InputError, RecordError } from '../../errors.ts';
import { editorWords, type OpenEditor } from './editor.ts';

/** Lets the person edit the file, then checks it. Throws `RecordError` that names every mistake; the file is kept. */
export async function editPreferences(
  store: PreferenceStore,
  { noInput }: { readonly noInput: boolean },
  { io }: Context,
  openEditor: OpenEditor,
): Promise<void> {
  const command = io.env('VISUAL') ?? io.env('EDITOR');
  const words = editorWords(command ?? '');
  if (noInput || words.length === 0) {
    throw new InputError(noInput ? 'An editor cannot be opened with --no-input.' : 'No editor is set.', {
      ...(noInput ? {} : { reason: 'Neither VISUAL nor EDITOR names one.' }),
      next: `Set one (for example EDITOR=nano), use backcare config set, or open the file yourself: ${store.path}`,
    });
  }
  await store.prepareToEdit();
  const code = await openEditor(words, store.path);
  const problems = store.problems();
  if (problems.length > 0) {
    throw new RecordError(`The preferences in ${store.path} have mistakes.`, {
      reason: problems.join(' '),
      next: 'Try again: backcare config edit. Or begin anew, with a copy kept: backcare config reset.',
    });
  }
  if (code !== 0) {
    throw new InputError(`The editor ended with code ${code}.`, {
      reason: 'It may not have saved what you typed.',
      next: 'Look at what holds now: backcare config list',
    });
  }
}

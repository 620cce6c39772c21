import type { ChoicePrompt, PageReply, Prompter, PromptPage, TypedPrompt } from '../../src/context.ts';
import type { Answers } from '../../src/engine/answers.ts';

/** What the person does at one prompt, in order. `page` and `message` are checked when they are given. */
export type ScriptedAnswer =
  | { readonly answers: Answers; readonly page?: string | RegExp }
  /** `partly` stood on the page when it was left. */
  | { readonly back: true; readonly page?: string | RegExp; readonly partly?: Answers }
  | { readonly choose: string; readonly message?: string | RegExp }
  | { readonly type: string; readonly message?: string | RegExp }
  /** Ctrl-C, or any other end of a prompt. */
  | { readonly fail: Error; readonly partly?: Answers };

/** A person who answers as scripted; fails on a prompt that was not expected, and `assertUsed` on one that never came. */
export class ScriptedPrompter implements Prompter {
  /** Everything that was shown, in order. */
  readonly pages: PromptPage[] = [];
  readonly choices: ChoicePrompt[] = [];
  readonly typedPrompts: TypedPrompt[] = [];
  wipes = 0;
  readonly #script: readonly ScriptedAnswer[];
  #used = 0;

  constructor(script: readonly ScriptedAnswer[]) {
    this.#script = script;
  }

  async page(page: PromptPage, noticed?: (soFar: Answers) => void): Promise<PageReply> {
    this.pages.push(page);
    const answer = this.#take(`the page "${page.title}"`, noticed);
    if ('choose' in answer)
      throw new Error(`The page "${page.title}" was shown, the script chooses ${answer.choose}.`);
    if ('type' in answer) throw new Error(`The page "${page.title}" was shown, the script types a line.`);
    expectText(answer.page, page.title);
    if ('back' in answer) {
      if (!page.canGoBack) throw new Error(`The page "${page.title}" has no page before it.`);
      if (answer.partly !== undefined) noticed?.(answer.partly);
      return { kind: 'back' };
    }
    const shown = new Set(page.questions.map(({ id }) => id));
    const strange = Object.keys(answer.answers).filter((id) => !shown.has(id));
    if (strange.length > 0) throw new Error(`Not on the page "${page.title}": ${strange.join(', ')}`);
    return { kind: 'answered', answers: answer.answers };
  }

  async choose(prompt: ChoicePrompt): Promise<string> {
    this.choices.push(prompt);
    const answer = this.#take(`the choice "${prompt.message}"`);
    if (!('choose' in answer))
      throw new Error(`The choice "${prompt.message}" was shown, the script does something else.`);
    expectText(answer.message, prompt.message);
    const values = prompt.choices.map(({ value }) => value);
    if (!values.includes(answer.choose)) {
      throw new Error(`"${prompt.message}" has no ${answer.choose}, but ${values.join(', ')}.`);
    }
    return answer.choose;
  }

  async typed(prompt: TypedPrompt): Promise<string> {
    this.typedPrompts.push(prompt);
    const answer = this.#take(`the line "${prompt.message}"`);
    if (!('type' in answer))
      throw new Error(`The line "${prompt.message}" was asked for, the script does not type.`);
    expectText(answer.message, prompt.message);
    return answer.type;
  }

  wipe(): void {
    this.wipes += 1;
  }

  /** Throws when a scripted answer was never asked for. */
  assertUsed(): void {
    const unused = this.#script.slice(this.#used);
    if (unused.length > 0) throw new Error(`Never asked for: ${JSON.stringify(unused)}`);
  }

  #take(what: string, noticed?: (soFar: Answers) => void): Exclude<ScriptedAnswer, { readonly fail: Error }> {
    const answer = this.#script[this.#used];
    if (answer === undefined) throw new Error(`Nothing is scripted for ${what}.`);
    this.#used += 1;
    if ('fail' in answer) {
      if (answer.partly !== undefined) noticed?.(answer.partly);
      throw answer.fail;
    }
    return answer;
  }
}

function expectText(expected: string | RegExp | undefined, shown: string): void {
  if (expected === undefined) return;
  const isAsExpected = typeof expected === 'string' ? shown === expected : expected.test(shown);
  if (!isAsExpected) throw new Error(`Expected ${String(expected)}, but "${shown}" was shown.`);
}

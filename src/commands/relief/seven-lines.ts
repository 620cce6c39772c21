import type { Context, PresentationWishes, Prompter } from '../../context.ts';
import { reliefSigns } from '../../data/relief.ts';
import type { ReliefSign } from '../../data/relief-schema.ts';
import type { Contact } from '../../documents/contact.ts';
import type { Block } from '../../documents/document.ts';
import { shortAdvice } from '../../documents/last-advice.ts';
import { signsDocument } from '../../documents/relief-document.ts';
import { renderDocument } from '../../render/render.ts';
import { themeOf } from '../presentation.ts';

export interface SevenLinesView {
  readonly ctx: Context;
  readonly prompter: Prompter;
  readonly wishes: PresentationWishes;
  readonly contact: Contact;
  /** Over the lines; left out: that of relief. */
  readonly title?: string;
  /** What must be said before the lines. */
  readonly advice?: readonly Block[];
}

/**
 * Asks the seven danger signs with one key: the number of a line, or n for none. Enter alone is no answer. For every
 * command that may go on only after them.
 */
export async function askSevenLines(view: SevenLinesView): Promise<ReliefSign | 'none'> {
  const { ctx, prompter, wishes, contact, title, advice = [] } = view;
  const theme = themeOf(ctx, wishes, 'error');
  for (let isFull = false; ; isFull = !isFull) {
    const document = signsDocument(contact, isFull ? shortAdvice(advice) : advice, isFull, title);
    const chosen = await prompter.choose({
      text: await renderDocument(document, { format: 'text', theme }),
      message: '',
      choices: [
        ...reliefSigns.map(({ id, label, ask }, index) => ({
          key: String(index + 1),
          value: id,
          label: isFull ? ask : label,
        })),
        { key: 'n', value: 'none', label: 'None of these' },
        { key: 'w', value: 'words', label: isFull ? 'In fewer words' : 'In more words' },
      ],
    });
    if (chosen === 'none') return 'none';
    const sign = reliefSigns.find(({ id }) => id === chosen);
    if (sign !== undefined) return sign;
  }
}

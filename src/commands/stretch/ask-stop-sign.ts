import type { Prompter } from '../../context.ts';
import type { Contact } from '../../documents/contact.ts';
import { type StopSign, stopSigns } from '../../engine/routine/after-session.ts';

/** Whether a sign to stop at once came up in a session that ended early, or was too much. Undefined: none. */
export async function askStopSign(prompter: Prompter, contact: Contact): Promise<StopSign | undefined> {
  const sign = await prompter.choose({
    text: `  ${contact.line}`,
    message: 'Did one of these come up?',
    choices: [
      ...stopSigns.map(({ id, label }, index) => ({ key: String(index + 1), value: id, label })),
      { key: 'n', value: 'none', label: 'None of these' },
    ],
  });
  return stopSigns.find(({ id }) => id === sign)?.id;
}

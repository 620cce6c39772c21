import type { ChoicePrompt } from '../../context.ts';
import { choiceLabel, chooseDocument } from '../../documents/breathe-choice-document.ts';
import { isOpen } from '../../documents/breathe-document.ts';
import { lengthOf, type OfferedSession } from '../../documents/breathe-view.ts';
import type { Document } from '../../documents/document.ts';
import { renderDocument } from '../../render/render.ts';
import { themeOf } from '../presentation.ts';
import { viewOf } from './breathe-paper.ts';
import type { Breathing } from './breathing.ts';

/** What is to be done: sessions one after the other, and the id under which that is kept. */
export interface Wish {
  readonly id: string;
  readonly sessions: readonly OfferedSession[];
}

/** Hours in which sleep comes next. */
const isEvening = (hour: number) => hour >= 20 || hour < 3;

/** One out of a list by moments, or by names. Undefined: the person leaves. */
export async function choose(breathing: Breathing): Promise<Wish | undefined> {
  const { catalogue, body } = breathing;
  const wishes = catalogue.moments
    .filter(([, sessions]) => sessions.every(isOpen))
    .map(([moment, sessions]) => ({ id: moment.id, label: choiceLabel(moment, sessions), sessions }));
  const usual = isEvening(body.hour) ? wishes.find(({ id }) => id === 'bedtime') : undefined;
  const chosen = await pick(breathing, wishes, {
    more: [{ key: 'm', value: 'more', label: 'More of them, by name' }],
    initial: (usual ?? wishes[0])?.id,
  });
  return chosen === 'more' ? chooseByName(breathing) : wishes.find(({ id }) => id === chosen);
}

async function chooseByName(breathing: Breathing): Promise<Wish | undefined> {
  const { sessions, moments } = breathing.catalogue;
  // Nine keys are enough for those that no moment has alone.
  const alone = moments.flatMap(([, of]) => (of.length === 1 ? of.map(({ session }) => session.id) : []));
  const wishes = sessions
    .filter((one) => isOpen(one) && !alone.includes(one.session.id))
    .map((one) => ({ id: one.session.id, label: nameLabel(one), sessions: [one] }));
  const chosen = await pick(breathing, wishes, {
    more: [{ key: 'b', value: 'back', label: 'Back' }],
    initial: wishes[0]?.id,
  });
  return chosen === 'back' ? choose(breathing) : wishes.find(({ id }) => id === chosen);
}

function nameLabel({ session, ready }: OfferedSession): string {
  return `${ready.words.name}, ${lengthOf([ready])}: ${session.when}`;
}

async function pick(
  breathing: Breathing,
  wishes: readonly (Wish & { readonly label: string })[],
  { more, initial }: { readonly more: ChoicePrompt['choices']; readonly initial: string | undefined },
): Promise<string> {
  const out = breathing.catalogue.sessions.filter((one) => !isOpen(one));
  return (await breathing.prompter()).choose({
    text: await onScreen(breathing, chooseDocument(viewOf(breathing), out)),
    message: '',
    choices: [
      ...wishes.map(({ id, label }, place) => ({ key: String(place + 1), value: id, label })),
      ...more,
      { key: 'q', value: 'leave', label: 'Leave' },
    ],
    ...(initial === undefined ? {} : { initial }),
  });
}

/** A page as it stands over keys. */
export async function onScreen({ ctx, wishes }: Breathing, document: Document): Promise<string> {
  return renderDocument(document, { format: 'text', theme: themeOf(ctx, wishes, 'error') });
}

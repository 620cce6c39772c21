import { reliefAvoid, reliefCall, reliefPace, reliefSigns, reliefStem, reliefSteps } from '../data/relief.ts';
import { notices } from '../data/safety-net.ts';
import type { Urgency } from '../data/schema.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block } from './document.ts';
import { linesOf } from './document-lines.ts';
import { signText } from './relief-document.ts';

export interface ReliefJsonView {
  readonly contact: Contact;
  readonly version: string;
  /** Level of the newest assessment, if there is one. */
  readonly urgency: Urgency | undefined;
  /** Its advice, while it is an emergency or urgent. */
  readonly advice: readonly Block[];
  /** False while an emergency stands: then there is the action and nothing else. */
  readonly isAllowed: boolean;
}

/** The versioned contract of `relief --json`, schema backcare/relief@1. */
export function reliefJson({ contact, version, urgency, advice, isAllowed }: ReliefJsonView) {
  return {
    schema: 'backcare/relief@1',
    tool: `backcare ${version}`,
    notice: notices.limits.text,
    reviewed: false,
    emergency: { number: contact.number, country: contact.countryCode ?? null, text: contact.line },
    standing: advice.length === 0 ? null : { urgency, advice: linesOf(advice) },
    allowed: isAllowed,
    stem: reliefStem,
    signs: reliefSigns.map((sign) => ({
      id: sign.id,
      label: sign.label,
      question: sign.ask,
      urgency: sign.emergencyIf === undefined ? 'emergency' : 'urgent',
      text: signText(sign, contact),
      sources: sign.sources,
      judged: sign.judged ?? false,
    })),
    help: isAllowed ? reliefSteps.map(({ id, title, text, sources }) => ({ id, title, text, sources })) : [],
    breathing: isAllowed ? { inSeconds: reliefPace.inSeconds, outSeconds: reliefPace.outSeconds } : null,
    care: notices['heat-and-cold'].text,
    avoid: reliefAvoid.text,
    stop: notices.stop.text,
    getHelp: withContact(reliefCall.text, contact),
    next: 'backcare diagnose',
  };
}

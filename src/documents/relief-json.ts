import { reliefAvoid, reliefCall, reliefPace, reliefSigns, reliefStem, reliefSteps } from '../data/relief.ts';
import { notices } from '../data/safety-net.ts';
import type { Urgency } from '../data/schema.ts';
import { type Contact, withContact } from './contact.ts';
import { signText } from './relief-document.ts';

export interface ReliefJsonView {
  readonly contact: Contact;
  readonly version: string;
  /** An emergency or urgent result that still stands, and its advice. */
  readonly standing: { readonly urgency: Urgency; readonly advice: readonly string[] } | undefined;
  /** False while an emergency stands: then there is the action and nothing else. */
  readonly allowed: boolean;
}

/** The versioned contract of `relief --json`, schema backcare/relief@1. */
export function reliefJson({ contact, version, standing, allowed }: ReliefJsonView) {
  return {
    schema: 'backcare/relief@1',
    tool: `backcare ${version}`,
    notice: notices.limits.text,
    reviewed: false,
    emergency: { number: contact.number, country: contact.countryCode ?? null, text: contact.line },
    standing: standing ?? null,
    allowed,
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
    help: allowed ? reliefSteps.map(({ id, title, text, sources }) => ({ id, title, text, sources })) : [],
    breathing: allowed ? { inSeconds: reliefPace.inSeconds, outSeconds: reliefPace.outSeconds } : null,
    care: notices['heat-and-cold'].text,
    avoid: reliefAvoid.text,
    stop: notices.stop.text,
    getHelp: withContact(reliefCall.text, contact),
    next: 'backcare diagnose',
  };
}

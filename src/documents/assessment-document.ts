import { notices, type ResultText, resultScreens, safetyNetClose } from '../data/safety-net.ts';
import type { Source } from '../data/schema.ts';
import type { Assessment } from '../engine/assessment.ts';
import { dayInWords, daysAfter } from '../engine/instant.ts';
import type { Knowledge } from '../engine/knowledge.ts';
import type { FiredRule } from '../engine/triage.ts';
import { inSentence } from './answer-words.ts';
import {
  actionOf,
  crisisText,
  decidingRules,
  emergencyCases,
  needsCrisisText,
  safetyNetLines,
  signsInWords,
} from './assessment-words.ts';
import { clinicianSummary } from './clinician-summary.ts';
import { type Contact, withContact } from './contact.ts';
import type { Block, Document } from './document.ts';
import { explanationBlocks } from './explanation.ts';
import { patternBlocks } from './pattern-blocks.ts';
import { planBlocks } from './plan-blocks.ts';
import { sourceBlocks } from './source-blocks.ts';
import { withheldLines } from './withheld-lines.ts';

export interface AssessmentView {
  readonly assessment: Assessment;
  readonly knowledge: Knowledge;
  readonly contact: Contact;
  /** When the answers were given, milliseconds since 1970, and the zone's offset then. */
  readonly at: number;
  readonly offsetMinutes: number;
  /** `short`: what fits the first screen. `full`: with reasons, sources and what would change it. */
  readonly detail: 'short' | 'full';
  /** Leaves out of a short document what can wait, for a terminal that it does not fit. */
  readonly tight?: boolean;
  /** Publications to name at the end of a full document. */
  readonly sources?: readonly Source[];
}

/** What a person is told: how soon, what to do, what fits, when to get help, in that order. */
export function assessmentDocument(view: AssessmentView): Document {
  const blocks = blocksOf(view);
  const { assessment, contact } = view;
  const crisis: Block[] = needsCrisisText(assessment)
    ? [
        {
          kind: 'callout',
          tone: 'urgent',
          title: 'If you think of hurting yourself',
          lines: [crisisText(contact)],
        },
      ]
    : [];
  const line: Block = { kind: 'paragraph', text: contact.line, quiet: true };
  return { title: 'What your answers say', blocks: [line, ...crisis, ...blocks] };
}

function blocksOf(view: AssessmentView): readonly Block[] {
  switch (view.assessment.triage.urgency) {
    case 'emergency':
      return emergencyBlocks(view);
    case 'urgent':
      return urgentBlocks(view);
    case 'routine':
    case 'self-care':
      return view.assessment.triage.complete ? openBlocks(view) : incompleteBlocks(view);
  }
}

/** Only the action: no pattern, no exercise, no long words. */
function emergencyBlocks({ assessment, knowledge, contact }: AssessmentView): readonly Block[] {
  const cases = emergencyCases(assessment);
  const onlySelfHarm = cases.size === 1 && cases.has('self-harm') && emergencyRules(assessment) === 1;
  const lines = resultScreens.emergency.body
    .filter((part) => part.only === undefined || cases.has(part.only))
    .filter((part) => part.only !== 'self-harm')
    .filter((part) => !(onlySelfHarm && ['emergency-how', 'emergency-why'].includes(part.id)))
    .map((part) =>
      withContact(part.text, contact).replaceAll(
        '{signs}',
        `${signsInWords(assessment, knowledge)}. This can be a sign of ${firstSuspect(assessment)}`,
      ),
    );
  const summary = onlySelfHarm ? [] : [`Tell them: ${clinicianSummary(assessment, knowledge).spoken}`];
  return [
    {
      kind: 'callout',
      tone: 'emergency',
      title: actionOf(assessment, contact),
      lines: [...lines, ...summary],
    },
    ...explainNumber(contact),
  ];
}

function firstSuspect(assessment: Assessment): string {
  return decidingRules(assessment)[0]?.rule.suspects ?? 'something that needs help at once';
}

function emergencyRules(assessment: Assessment): number {
  return assessment.triage.fired.filter((fired) => fired.urgency === 'emergency').length;
}

function explainNumber(contact: Contact): readonly Block[] {
  return contact.explanation === '' ? [] : [{ kind: 'paragraph', text: contact.explanation, quiet: true }];
}

/** Urgent advice first; comfort only, no pattern and no plan. */
function urgentBlocks(view: AssessmentView): readonly Block[] {
  const { assessment, knowledge, contact, detail } = view;
  const lines = resultScreens.urgent.body.map((part) =>
    withContact(part.text, contact).replaceAll('{signs}', signsInWords(assessment, knowledge)),
  );
  const goNow = safetyNetLines(contact)[1];
  return [
    { kind: 'callout', tone: 'urgent', title: actionOf(assessment, contact), lines },
    { kind: 'paragraph', text: `Advice by phone: ${contact.advice}.` },
    ...(goNow === undefined ? [] : [{ kind: 'paragraph', text: goNow.text } as const]),
    { kind: 'heading', level: 2, text: 'To tell them' },
    { kind: 'list', items: clinicianSummary(assessment, knowledge).lines },
    ...withheldLines(assessment, contact),
    ...(detail === 'full' ? explanationBlocks(assessment, knowledge) : []),
    ...sourceBlocks(assessment, view.sources ?? []),
    ...footer(detail),
  ];
}

/** Safety answers are missing: no pattern, no plan, at least routine. */
function incompleteBlocks({ assessment, knowledge, contact, detail }: AssessmentView): readonly Block[] {
  const minor = isMinor(assessment);
  const signs = signsInWords(assessment, knowledge);
  return [
    {
      kind: 'callout',
      tone: 'routine',
      title: actionOf(assessment, contact),
      lines: [
        ...(minor ? [notices['under-18'].text] : []),
        notices.incomplete.text,
        ...(signs === '' ? [] : [`What you ticked: ${signs}.`]),
      ],
    },
    {
      kind: 'paragraph',
      text: `Not answered: ${openQuestions(assessment, knowledge)}.`,
      quiet: true,
    },
    ...netBlocks(contact, detail),
    ...withheldLines(assessment, contact),
    ...(detail === 'full' ? explanationBlocks(assessment, knowledge) : []),
    { kind: 'next', commands: ['backcare diagnose', 'backcare relief'] },
    ...footer(detail),
  ];
}

function openQuestions(assessment: Assessment, knowledge: Knowledge): string {
  const labels = assessment.triage.missing.map((id) => knowledge.question(id)?.label ?? id);
  const shown = labels.slice(0, 4).join('; ');
  return labels.length > 4 ? `${shown}; and ${labels.length - 4} more` : shown;
}

function openBlocks(view: AssessmentView): readonly Block[] {
  const { assessment, knowledge, contact, detail } = view;
  const { urgency } = assessment.triage;
  const minor = isMinor(assessment);
  const bodyLines = resultScreens[urgency].body
    .filter((part) => detail === 'full' || part.id !== 'routine-who' || minor)
    .map((part) => (part.id === 'self-care-signs' && hasSign(assessment) ? notices['signs-together'] : part))
    .map((part: ResultText) =>
      withContact(detail === 'short' ? (part.short ?? part.text) : part.text, contact),
    )
    .map((text) => text.replaceAll('{signs}', whyRoutine(view)));
  const ask = detail === 'short' ? considerLine(assessment) : [];
  return [
    {
      kind: 'callout',
      tone: urgency === 'routine' ? 'routine' : 'calm',
      title: actionOf(assessment, contact),
      lines: [...(minor ? [notices['under-18'].text] : []), ...bodyLines, ...ask],
    },
    ...(minor ? [] : patternBlocks(assessment, detail)),
    ...(detail === 'full' ? considerBlocks(assessment) : []),
    ...planBlocks(assessment, detail, view.tight === true),
    ...netBlocks(contact, detail),
    ...withheldLines(assessment, contact),
    ...(detail === 'full' ? explanationBlocks(assessment, knowledge) : []),
    ...(detail === 'full' ? closing(view) : []),
    ...sourceBlocks(assessment, view.sources ?? []),
    { kind: 'next', commands: nextCommands(detail) },
    ...footer(detail),
  ];
}

/** A danger sign was ticked, or not ruled out, that counts for nothing by itself. */
function hasSign({ answers }: Assessment): boolean {
  return Object.entries(answers).some(
    ([id, answer]) => id.startsWith('rf-') && (answer === 'yes' || answer === 'unsure'),
  );
}

/** Why a visit: what the rules look for, in the person's words. */
function whyRoutine({ assessment, knowledge, detail }: AssessmentView): string {
  const deciding = assessment.triage.fired.filter((fired) => fired.urgency === 'routine');
  const suspects = deciding.map((fired) =>
    fired.rule.id.endsWith('-alone')
      ? `${isUnsure(fired) ? 'you are not sure about' : 'you ticked'} "${labelOf(fired.rule.id, knowledge)}"`
      : fired.rule.suspects,
  );
  const unique = [...new Set(suspects)];
  const most = detail === 'full' ? unique.length : assessment.fitting.length > 2 ? 1 : 2;
  return unique.slice(0, most).join('; ');
}

function isUnsure({ because }: FiredRule): boolean {
  return because.every(({ answer }) => answer === 'unsure');
}

function labelOf(ruleId: string, knowledge: Knowledge): string {
  const id = ruleId.replace(/-alone$/, '');
  return knowledge.question(id)?.label ?? id;
}

function considerLine({ considerations }: Assessment): readonly string[] {
  if (considerations.length === 0) return [];
  return [`Worth asking about: ${considerations.map(({ name }) => inSentence(name)).join('; ')}.`];
}

function considerBlocks({ considerations }: Assessment): readonly Block[] {
  if (considerations.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Worth asking about' },
    {
      kind: 'rows',
      rows: considerations.map(({ name, says, askFor }) => ({ label: name, text: `${says} ${askFor}` })),
    },
  ];
}

const netShort = [
  {
    label: 'now',
    text: 'call {number}: numb saddle, trouble peeing or leaking, both legs, a weaker leg, chest pain, sudden bad headache',
  },
  { label: 'in a day', text: 'fever, no rest in any position, a foot you can’t lift' },
  { label: 'book', text: 'worse after a week, not better in three, or worried' },
];

function netBlocks(contact: Contact, detail: 'short' | 'full'): readonly Block[] {
  if (detail === 'short') {
    return [
      { kind: 'heading', level: 2, text: 'Get help' },
      {
        kind: 'rows',
        rows: netShort.map(({ label, text }) => ({ label, text: withContact(text, contact) })),
      },
    ];
  }
  return [
    { kind: 'heading', level: 2, text: 'What to watch for' },
    { kind: 'rows', rows: safetyNetLines(contact).map(({ title, text }) => ({ label: title, text })) },
  ];
}

function closing({ at, offsetMinutes }: AssessmentView): readonly Block[] {
  const date = dayInWords(daysAfter(at, 3), offsetMinutes);
  return [{ kind: 'paragraph', text: safetyNetClose.text.replaceAll('{date}', date) }];
}

function nextCommands(detail: 'short' | 'full'): readonly string[] {
  return detail === 'full'
    ? ['backcare relief', 'backcare diagnose']
    : ['backcare diagnose --explain', 'backcare relief'];
}

function footer(detail: 'short' | 'full'): readonly Block[] {
  return detail === 'full' ? [{ kind: 'paragraph', text: notices.limits.text, quiet: true }] : [];
}

function isMinor(assessment: Assessment): boolean {
  const { age } = assessment.answers;
  return typeof age === 'number' && age < 18;
}

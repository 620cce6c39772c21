import { partsOf, questionsIn } from '../../engine/expressions.ts';
import {
  type Check,
  type Content,
  citedIn,
  expressionsOf,
  repeated,
  withQuestion,
  withRule,
} from './content.ts';

const questionIds = (of: Content): ReadonlySet<string> => new Set(of.questions.map(({ id }) => id));
const questionOf = (of: Content, id: string) => of.questions.find((entry) => entry.id === id);

export const referenceChecks: readonly Check[] = [
  {
    rule: 'every expression asks about questions that exist',
    problems: (of) =>
      expressionsOf(of).flatMap(([where, expression]) =>
        questionsIn(expression)
          .filter((id) => !questionIds(of).has(id))
          .map((id) => `${where}: ${id}`),
      ),
    broken: (of) => withRule(of, 'r-tb', { when: { yes: 'rf-nothing' } }),
  },
  {
    rule: 'every expression asks in the way the question is answered',
    problems: (of) =>
      expressionsOf(of).flatMap(([where, expression]) =>
        partsOf(expression).flatMap((part) => {
          const wrong = (id: string, kinds: readonly string[]) => {
            const kind = questionOf(of, id)?.kind;
            return kind === undefined || kinds.includes(kind) ? [] : [`${where}: ${id} is ${kind}`];
          };
          if ('yes' in part) return wrong(part.yes, ['bool']);
          if ('chosen' in part) return wrong(part.chosen, ['single', 'multi']);
          if ('number' in part) return wrong(part.number, ['number']);
          return 'questions' in part ? part.questions.flatMap((id) => wrong(id, ['bool'])) : [];
        }),
      ),
    broken: (of) => withRule(of, 'r-tb', { when: { yes: 'age' } }),
  },
  {
    rule: 'every option that an expression names exists',
    problems: (of) =>
      expressionsOf(of).flatMap(([where, expression]) =>
        partsOf(expression).flatMap((part) => {
          if (!('chosen' in part)) return [];
          const entry = questionOf(of, part.chosen);
          const ids = entry !== undefined && 'options' in entry ? entry.options.map(({ id }) => id) : [];
          return part.options
            .filter((option) => !ids.includes(option))
            .map((option) => `${where}: ${option}`);
        }),
      ),
    broken: (of) => withRule(of, 'r-tb', { when: { chosen: 'trend', options: ['sideways'] } }),
  },
  {
    rule: 'every threshold lies within what can be answered',
    problems: (of) =>
      expressionsOf(of).flatMap(([where, expression]) =>
        partsOf(expression).flatMap((part) => {
          if (!('number' in part)) return [];
          const entry = questionOf(of, part.number);
          const at = 'below' in part ? part.below : part.atLeast;
          const fits = entry?.kind === 'number' && at > entry.minimum && at <= entry.maximum;
          return fits ? [] : [`${where}: ${part.number} ${at}`];
        }),
      ),
    broken: (of) => withRule(of, 'r-tb', { when: { number: 'pain-worst', atLeast: 11 } }),
  },
  {
    rule: 'every likelihood ratio belongs to an answer that can be given',
    problems: (of) =>
      [...of.evidence, ...of.subtypeEvidence].flatMap(({ finding, value }) => {
        const entry = questionOf(of, finding);
        if (entry === undefined) return [`${finding} is no question`];
        const options = 'options' in entry ? entry.options.map(({ id }) => id) : [];
        if ('is' in value) return entry.kind === 'bool' ? [] : [`${finding} is no yes/no question`];
        if ('anyOf' in value)
          return value.anyOf.filter((id) => !options.includes(id)).map((id) => `${finding}: ${id}`);
        if ('optionsAtLeast' in value) return options.length >= value.optionsAtLeast ? [] : [finding];
        const bands = entry.kind === 'number' ? (entry.bands ?? []) : [];
        return bands.some(({ id }) => id === value.band) ? [] : [`${finding}: ${value.band}`];
      }),
    broken: (of) => ({
      ...of,
      evidence: of.evidence.map((row) =>
        row.finding === 'duration' ? { ...row, value: { band: 'for-ever' } } : row,
      ),
    }),
  },
  {
    rule: 'no answer has two rows in one matrix',
    problems: (of) =>
      [of.evidence, of.subtypeEvidence].flatMap((table) =>
        repeated(table.map(({ finding, value }) => `${finding} ${JSON.stringify(value)}`)),
      ),
    broken: (of) => ({ ...of, evidence: [...of.evidence, ...of.evidence.slice(0, 1)] }),
  },
  {
    rule: 'every cluster that evidence names exists, and every cluster is used',
    problems: (of) => {
      const named = of.evidence.flatMap(({ cluster }) => cluster ?? []);
      const namedInSubtypes = of.subtypeEvidence.flatMap(({ cluster }) => cluster ?? []);
      const ids = of.clusters.map(({ id }) => id);
      return [
        ...named.filter((id) => !ids.includes(id)),
        ...namedInSubtypes.filter((id) => !of.subtypeClusters.some((entry) => entry.id === id)),
        ...ids.filter((id) => !named.includes(id)),
      ];
    },
    broken: (of) => ({ ...of, clusters: of.clusters.slice(1) }),
  },
  {
    rule: 'every block that a question names exists, and every block has a question',
    problems: (of) => {
      const named = of.questions.flatMap(({ block }) => block ?? []);
      const ids = of.blocks.map(({ id }) => id);
      return [...named.filter((id) => !ids.includes(id)), ...ids.filter((id) => !named.includes(id))];
    },
    broken: (of) => withQuestion(of, 'trend', { block: 'nowhere' }),
  },
  {
    rule: 'every danger sign and core question stands in a block, so that it has a page',
    problems: (of) =>
      of.questions
        .filter(
          ({ role, screen, block }) =>
            (role === 'core' || role === 'safety' || screen !== undefined) && block === undefined,
        )
        .map(({ id }) => id),
    broken: (of) => withQuestion(of, 'rf-fever', { block: undefined }),
  },
  {
    rule: 'a pattern that a question waits for exists',
    problems: (of) =>
      of.questions
        .filter(
          ({ whenPattern }) =>
            whenPattern !== undefined && !of.patterns.some(({ id }) => id === whenPattern.pattern),
        )
        .map(({ id }) => id),
    broken: (of) => withQuestion(of, 'better-lying', { whenPattern: { pattern: 'lumbago', atLeast: 0.1 } }),
  },
  {
    rule: 'no condition hangs on itself',
    problems: (of) =>
      of.questions
        .filter(({ id }) => {
          const seen = new Set<string>();
          const open = [id];
          for (let next = open.pop(); next !== undefined; next = open.pop()) {
            const when = questionOf(of, next)?.when;
            for (const other of when === undefined ? [] : questionsIn(when)) {
              if (other === id) return true;
              if (!seen.has(other)) open.push(other);
              seen.add(other);
            }
          }
          return false;
        })
        .map(({ id }) => id),
    broken: (of) =>
      withQuestion(of, 'rf-major-accident', {
        when: { chosen: 'accident-when', options: ['in-the-last-week'] },
      }),
  },
  {
    rule: 'every danger sign counts: by itself, in a rule, or as the condition of one that does',
    problems: (of) => {
      const used = new Set(
        expressionsOf(of).flatMap(([where, expression]) =>
          where.startsWith('rule') || where.startsWith('when') ? questionsIn(expression) : [],
        ),
      );
      return of.questions
        .filter(({ kind, screen, id }) => kind === 'bool' && screen !== undefined && !used.has(id))
        .filter((entry) => !('alone' in entry) || entry.alone === undefined)
        .map(({ id }) => id);
    },
    broken: (of) => ({ ...of, rules: of.rules.filter(({ id }) => id !== 'r-gca') }),
  },
  {
    rule: 'no source stands twice',
    problems: (of) => repeated(of.sources.map(({ id }) => id)),
    broken: (of) => ({ ...of, sources: [...of.sources, ...of.sources.slice(0, 1)] }),
  },
  {
    rule: 'every source that is named exists',
    problems: (of) => {
      const ids = new Set(of.sources.map(({ id }) => id));
      return citedIn(tablesOf(of)).filter((id) => !ids.has(id));
    },
    broken: (of) => withQuestion(of, 'rf-fever', { sources: ['somebody-said'] }),
  },
  {
    rule: 'every source is used somewhere, or waits for a capability that is named',
    problems: (of) => {
      const cited = new Set(citedIn(tablesOf(of)));
      return of.sources
        .map(({ id }) => id)
        .filter((id) => !cited.has(id) && of.sourcesAwaiting[id] === undefined);
    },
    broken: (of) => ({ ...of, sourcesAwaiting: {} }),
  },
  {
    rule: 'a source that waits is not used yet, and exists',
    problems: (of) => {
      const cited = new Set(citedIn(tablesOf(of)));
      const ids = new Set(of.sources.map(({ id }) => id));
      return Object.keys(of.sourcesAwaiting).filter((id) => cited.has(id) || !ids.has(id));
    },
    broken: (of) => ({ ...of, sourcesAwaiting: { ...of.sourcesAwaiting, 'seed-article': 'stretch' } }),
  },
  {
    rule: 'everything that decides or is said has a source, or says that it is judged',
    problems: (of) =>
      [
        ...of.questions.map((entry) => [`question ${entry.id}`, entry] as const),
        ...of.rules.map((entry) => [`rule ${entry.id}`, entry] as const),
        ...of.considerations.map((entry) => [`consideration ${entry.id}`, entry] as const),
        ...of.patterns.map((entry) => [`pattern ${entry.id}`, entry] as const),
        ...of.patterns.flatMap((entry) =>
          entry.card.how.map((how) => [`card of ${entry.id}: ${how.says}`, how] as const),
        ),
        ...of.subtypes.map((entry) => [`sub-problem ${entry.id}`, entry] as const),
        ...[...of.evidence, ...of.subtypeEvidence].map((row) => [`evidence: ${row.says}`, row] as const),
        ...of.planItems.map((item) => [`plan ${item.id}`, item] as const),
        ...of.exercises.map((entry) => [`exercise ${entry.id}`, entry] as const),
        ...of.routines.map((entry) => [`routine ${entry.id}`, entry] as const),
        ...of.flags.map((flag) => [`flag ${flag.id}`, flag] as const),
        ...of.stages.map((entry) => [`stage ${entry.stage}`, entry] as const),
        ...[...of.deskQuestions, ...of.deskHabits].map((entry) => [`desk ${entry.id}`, entry] as const),
      ]
        .filter(([, { sources, judged }]) => sources.length === 0 && judged !== true)
        .map(([where]) => where),
    broken: (of) => withRule(of, 'r-two-nerve', { judged: undefined }),
  },
  {
    rule: 'no entry names a source twice',
    problems: (of) =>
      [
        ...[...of.questions, ...of.rules, ...of.considerations, ...of.patterns, ...of.subtypes],
        ...[...of.planItems, ...of.exercises, ...of.routines, ...of.flags],
        ...[...of.deskQuestions, ...of.deskHabits],
      ]
        .filter(({ sources }) => repeated(sources).length > 0)
        .map(({ id }) => id),
    broken: (of) => withRule(of, 'r-tb', { sources: ['idsa-nvo-2015', 'idsa-nvo-2015'] }),
  },
];

/** Everything that may name a source; the lists of sources themselves do not. */
function tablesOf(of: Content): readonly unknown[] {
  const { sources: _sources, sourcesAwaiting: _awaiting, ...tables } = of;
  return Object.values(tables);
}

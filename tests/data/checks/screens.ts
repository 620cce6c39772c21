import type { ScreenId } from '../../../src/data/schema.ts';
import { partsOf } from '../../engine/expressions.ts';
import type { Check } from './content.ts';
import { withQuestion } from './content.ts';

/** The screens and their lines, as the page on danger signs lists them. More may be asked, never less. */
const lines: { readonly [screen in Exclude<ScreenId, 'screen-follow-up'>]: string } = {
  'screen-nerves':
    'rf-saddle-numbness rf-bladder-retention rf-bladder-leak rf-bowel-loss rf-sexual-loss rf-both-legs-new rf-leg-weakness-fast rf-foot-drop rf-unsteady rf-arm-weak rf-stroke-signs rf-thunderclap rf-neck-headache',
  'screen-emergency':
    'rf-collapse rf-chest-pain rf-arm-jaw-spread rf-breathless rf-exertional rf-gut-bleed rf-tearing rf-belly-severe rf-cold-leg rf-major-accident accident-when rf-very-ill rf-stiff-neck-fever rf-whole-body-spasm rf-dark-urine-muscle rf-self-harm',
  'screen-signs':
    'rf-fever rf-urine-infection rf-blood-urine rf-flank-waves rf-cannot-keep-fluids rf-weight-loss rf-night-sweats rf-night-pain rf-constant-worse rf-not-mechanical rf-sudden-severe rf-trunk-band rf-rash-band rf-tired-thirsty rf-jaundice rf-shape-change rf-minor-knock rf-bone-tap rf-throb-belly rf-calf-swollen rf-breath-pain rf-scalp-jaw',
  'screen-about-you':
    'age mod-pregnant mod-cancer-recent mod-cancer-old mod-steroids mod-osteoporosis mod-immune mod-iv-drugs mod-recent-infection mod-spine-procedure mod-blood-thinner mod-aneurysm mod-artery-risk mod-clot-risk mod-sickle',
  'screen-pregnancy':
    'preg-stage rf-preg-pain-bleed rf-preg-labour rf-preg-baby rf-preg-headache rf-postnatal-epidural',
};
const expected = Object.entries(lines).flatMap(([screen, ids]) =>
  ids.split(' ').map((id) => [screen, id] as const),
);
/** "Rather not say" is offered here and nowhere else (E6). */
const privateLines = ['mod-iv-drugs', 'rf-self-harm', 'rf-sexual-loss'];
/** The review screen offers to drop these: injected drugs, cancer, sex, pregnancy, self-harm. */
const sensitiveLines = [
  'mod-iv-drugs',
  'mod-cancer-recent',
  'mod-cancer-old',
  'rf-sexual-loss',
  'mod-pregnant',
  'preg-stage',
  'rf-self-harm',
];
/** Two pages of nine. */
const mostLinesOfABlock = 18;

export const screenChecks: readonly Check[] = [
  {
    rule: 'every line of the safety screens is asked, on its screen',
    problems: (of) =>
      expected
        .filter(([screen, id]) => of.questions.find((entry) => entry.id === id)?.screen !== screen)
        .map(([screen, id]) => `${screen}: ${id}`),
    broken: (of) => withQuestion(of, 'rf-jaundice', { screen: undefined }),
  },
  {
    rule: 'a safety line looks for something, unless it only adds to others',
    problems: (of) =>
      of.questions
        .filter((entry) => 'alone' in entry && entry.alone !== undefined && !entry.suspects)
        .map(({ id }) => id),
    broken: (of) => withQuestion(of, 'rf-fever', { suspects: undefined }),
  },
  {
    rule: '"rather not say" is offered on three lines and nowhere else',
    problems: (of) => {
      const offered = of.questions.filter((entry) => entry.private === true).map(({ id }) => id);
      return [
        ...offered.filter((id) => !privateLines.includes(id)),
        ...privateLines.filter((id) => !offered.includes(id)),
      ];
    },
    broken: (of) => withQuestion(of, 'rf-fever', { private: true }),
  },
  {
    rule: 'what a person may want to keep off the disk is marked as sensitive',
    problems: (of) =>
      sensitiveLines.filter((id) => of.questions.find((entry) => entry.id === id)?.sensitive !== true),
    broken: (of) => withQuestion(of, 'mod-pregnant', { sensitive: undefined }),
  },
  {
    rule: 'signs come before facts about the person, and pregnancy after them (E13)',
    problems: (of) => {
      const place = (block: string) => of.blocks.findIndex(({ id }) => id === block);
      const order = [
        'saddle-bladder-legs',
        'chest-and-breathing',
        'ill-or-pee',
        'body-changes',
        'about-you',
        'pregnancy-stage',
        'pregnancy-signs',
        'onset',
      ];
      return order.filter(
        (block, index) => place(block) < 0 || (index > 0 && place(block) < place(order[index - 1] ?? '')),
      );
    },
    broken: (of) => ({ ...of, blocks: of.blocks.toReversed() }),
  },
  {
    rule: 'no block needs more than two pages',
    problems: (of) =>
      of.blocks
        .filter(({ id }) => of.questions.filter((entry) => entry.block === id).length > mostLinesOfABlock)
        .map(({ id }) => id),
    broken: (of) => ({ ...of, questions: of.questions.map((entry) => ({ ...entry, block: 'trend' })) }),
  },
  {
    rule: 'a block holds lines of one screen, or a single kind of page',
    problems: (of) =>
      of.blocks
        .filter(({ id }) => {
          const signs = of.questions.filter((entry) => entry.block === id && entry.kind === 'bool');
          return (
            signs.some((entry) => entry.screen === undefined) &&
            signs.some((entry) => entry.screen !== undefined)
          );
        })
        .map(({ id }) => id),
    broken: (of) => withQuestion(of, 'knots', { block: 'ill-or-pee' }),
  },
  {
    rule: 'the shares of a choice and of the bands of a number add up to one',
    problems: (of) =>
      of.questions.flatMap((entry) => {
        const shares =
          entry.kind === 'single' ? entry.options : entry.kind === 'number' ? (entry.bands ?? []) : [];
        const sum = shares.reduce((total, { share }) => total + share, 0);
        return shares.length === 0 || Math.abs(sum - 1) < 0.011 ? [] : [`${entry.id}: ${sum.toFixed(3)}`];
      }),
    broken: (of) => withQuestion(of, 'trend', { options: [{ id: 'better', label: 'Better', share: 0.4 }] }),
  },
  {
    rule: 'the shares of ticks add up to one at least, since somebody ticks something',
    problems: (of) =>
      of.questions.flatMap((entry) => {
        if (entry.kind !== 'multi') return [];
        const sum = entry.options.reduce((total, { share }) => total + share, 0);
        return sum >= 1 - 1e-9 && sum <= entry.options.length ? [] : [`${entry.id}: ${sum.toFixed(3)}`];
      }),
    broken: (of) => withQuestion(of, 'pain-site', { options: [{ id: 'neck', label: 'Neck', share: 0.4 }] }),
  },
  {
    rule: 'bands rise from the smallest answer',
    problems: (of) =>
      of.questions.flatMap((entry) => {
        if (entry.kind !== 'number' || entry.bands === undefined) return [];
        const starts = entry.bands.map(({ from }) => from);
        const rise = starts.every((from, place) =>
          place === 0 ? from === entry.minimum : from > (starts[place - 1] ?? from),
        );
        return rise ? [] : [entry.id];
      }),
    broken: (of) => withQuestion(of, 'pain-worst', { bands: [{ id: 'high', from: 7, share: 1 }] }),
  },
  {
    rule: 'at most one option of a question excludes the others, and it comes last or first',
    problems: (of) =>
      of.questions.flatMap((entry) => {
        if (entry.kind !== 'multi') return [];
        const alone = entry.options.flatMap((option, place) => (option.alone === true ? [place] : []));
        const atAnEnd = alone.every((place) => place === 0 || place === entry.options.length - 1);
        return alone.length <= 1 && atAnEnd ? [] : [entry.id];
      }),
    broken: (of) =>
      withQuestion(of, 'cramp-cause', {
        options: ['a', 'b'].map((id) => ({ id, label: id, alone: true, share: 0.5 })),
      }),
  },
  {
    rule: 'a yes/no answer that nobody gave counts as no: only choices and numbers may assume more',
    problems: (of) =>
      of.questions
        .filter((entry) => entry.kind === 'bool' && entry.unknown !== undefined)
        .map(({ id }) => id),
    broken: (of) => withQuestion(of, 'rf-fever', { unknown: 'yes' }),
  },
  {
    rule: 'an age is not sure until it is known, and a length counts as both new and long (E14)',
    problems: (of) =>
      [
        ['age', 'unsure'],
        ['duration', 'yes'],
      ]
        .filter(([id, unknown]) => of.questions.find((entry) => entry.id === id)?.unknown !== unknown)
        .map(([id]) => String(id)),
    broken: (of) => withQuestion(of, 'duration', { unknown: 'no' }),
  },
  {
    rule: 'every test is left out for those it could hurt',
    problems: (of) => {
      const unsafe = ['pain-worst', 'age', 'mod-pregnant', 'mod-osteoporosis', 'mod-steroids', 'rf-unsteady'];
      return of.questions
        .filter(({ role }) => role === 'test')
        .flatMap(({ id, unsafeWhen }) => {
          const text = JSON.stringify(unsafeWhen === undefined ? [] : partsOf(unsafeWhen));
          return unsafe.filter((other) => !text.includes(`"${other}"`)).map((other) => `${id}: ${other}`);
        });
    },
    broken: (of) => withQuestion(of, 'toe-reach', { unsafeWhen: { yes: 'rf-unsteady' } }),
  },
];

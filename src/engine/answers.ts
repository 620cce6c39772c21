/**
 * Answers to the questions. A yes/no question is `no`, `unsure` or `yes`, in that order of worry. `skipped`
 * and `rather-not-say` stand outside the order; a question that is not in the record was not asked.
 */
export type Truth = 'no' | 'unsure' | 'yes';
export type Withheld = 'skipped' | 'rather-not-say';

/** A number for scales, ages and days; an option id for a single choice; option ids for several. */
export type Answer = Truth | Withheld | number | string | readonly string[];

export type Answers = { readonly [question: string]: Answer };

import { nextPage, pagesLeft } from '../../engine/interview.ts';
import { productKnowledge } from '../knowledge.ts';

const knowledge = productKnowledge();

/**
 * How every interview begins, as the engine has it before anything was answered: the first page, and about how many pages
 * there are, with the closing one. The build works it out and writes it down, so that the first question waits for no rule.
 */
export const opening = { page: nextPage({}, knowledge), pages: pagesLeft({}, knowledge) + 1 };

/** How much a person is shown: pages, questions and every word on them, by walking the engine as the interview does. */

/** The answer a person gives; whatever is not about them is "no", "none of these" or the first option. */
function answerOf(question, { answers }) {
  const own = answers[question.id];
  if (own !== undefined) return own;
  switch (question.kind) {
    case 'bool':
      return 'no';
    case 'number':
      throw new Error(`This person does not say ${question.id}.`);
    case 'single':
      return question.options[0].id;
    case 'multi':
      return [(question.options.find(({ alone }) => alone === true) ?? question.options[0]).id];
  }
}

/** A question alone on its page is shown in full; among others, by its label. */
function textsOf(page) {
  const isAlone = page.questions.length === 1;
  return [
    page.title,
    page.stem ?? '',
    ...page.questions.flatMap((question) => [
      isAlone || question.kind === 'single' || question.kind === 'multi' ? question.ask : question.label,
      ...(question.options ?? []).map(({ label }) => label),
    ]),
  ];
}

function wordsOf(page) {
  return textsOf(page)
    .flatMap((text) => text.split(/\s+/))
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A choice among other questions gets a page of its own, as the terminal does it. */
function partsOf(page) {
  const listed = page.questions.filter(({ kind }) => kind === 'bool' || kind === 'number');
  const alone = page.questions.filter((question) => !listed.includes(question));
  const groups = [...(listed.length > 0 ? [listed] : []), ...alone.map((question) => [question])];
  return groups.map((questions) => ({ ...page, questions }));
}

/** The interview of one person to its end, with the closing question of the review. */
export function walk(person, { nextPage, withAnswers }, knowledge) {
  let answers = {};
  const pages = [];
  const closing = knowledge.question('wants-visit');
  for (let page = nextPage(answers, knowledge); page !== undefined; page = nextPage(answers, knowledge)) {
    pages.push(...partsOf(page));
    const given = page.questions.map((question) => [question.id, answerOf(question, person)]);
    answers = withAnswers(answers, Object.fromEntries(given), knowledge);
  }
  if (closing !== undefined && answers[closing.id] === undefined) {
    pages.push({ title: 'Last one', questions: [closing] });
    answers = { ...answers, [closing.id]: 'no' };
  }
  return {
    answers,
    items: pages.reduce((sum, { questions }) => sum + questions.length, 0),
    words: pages.reduce((sum, page) => sum + wordsOf(page), 0),
    blocks: pages.length,
    pages: pages.map((page) => ({
      title: page.title,
      words: wordsOf(page),
      asked: page.questions.map(({ id }) => id),
    })),
  };
}

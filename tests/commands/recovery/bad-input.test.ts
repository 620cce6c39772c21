import { expect, test } from 'vitest';
import { checkedToday, countOf, person, run } from './person.ts';

/** What is typed, and what the refusal has to name. */
const refused: readonly (readonly [line: string, named: RegExp])[] = [
  ['recovery flre', /"flre"[\s\S]*backcare recovery flare/],
  ['recovery banana', /"banana"[\s\S]*--help/],
  ['recovery start puled-muscle', /Did you mean "pulled-muscle"/],
  ['recovery start ""', /pulled-muscle/],
  ['recovery done 0', /no line "0"/],
  ['recovery done 99', /no line "99"[\s\S]*backcare recovery done/],
  ['recovery done -1', /unknown option|-1/],
  ['recovery done breath', /Did you mean "breathe"/],
  ['recovery done 1.5', /no line/],
  ['recovery done --least', /Which line/],
  ['recovery check walk-10', /expected task=answer/],
  ['recovery check walk-11=yes', /Did you mean "walk-10"/],
  ['recovery check walk-10=yess', /Did you mean "yes"/],
  ['recovery check walk-10=yes=no', /expected task=answer/],
  ['recovery phase nxt', /Did you mean "next"/],
  ['recovery phase lengthen', /no phase of your plan/],
  ['recovery flare ovr', /Did you mean "over"/],
  ['recovery flare --signs chest', /Did you mean "chest-breath-faint"/],
  ['recovery flare --signs numb', /^If you have a danger sign, call 112 \(Germany\) now\.[\s\S]*"numb"/],
  ['recovery pause --until 2027-01-14 --reason rest', /Rest is two days at most[\s\S]*ask a clinician/],
  ['recovery check-in --change nicer', /"nicer" is no change[\s\S]*much-worse/],
  ['recovery flare --signs', /argument missing|--signs/],
  ['recovery flare --signs none --pain 11', /--pain cannot be "11"[\s\S]*0 to 10/],
  ['recovery flare', /danger signs come before[\s\S]*--signs none/],
  ['recovery flare', /^If you have a danger sign, call 112/],
  ['recovery flare --json', /--signs none/],
  ['recovery pause', /For how long[\s\S]*--until/],
  ['recovery pause --until soon', /--until cannot be "soon"[\s\S]*2026-12-06/],
  ['recovery pause --until 2026-02-30', /--until cannot be "2026-02-30"/],
  ['recovery pause --from 2026-12-06 --until 2026-12-01', /before --from/],
  ['recovery pause --until 2027-11-22', /12 weeks at most/],
  ['recovery pause --until tomorrow --reason holliday', /Did you mean "holiday"/],
  ['recovery pause --end --until tomorrow', /--end takes no dates/],
  ['recovery ladder swimming', /"swimming" is no ladder/],
  ['recovery ladder lifing', /Did you mean "lifting"/],
  ['recovery ladder lifting up', /nothing that a ladder knows[\s\S]*start, done, back, stop/],
  ['recovery ladder done lifting', /comes after the name/],
  ['recovery ladder lifting --pain 3', /--pain goes with done/],
  ['recovery ladder lifting done --pain four', /--pain cannot be "four"/],
  ['recovery remedies heet', /Did you mean "heat"/],
  ['recovery visit docter', /Did you mean "doctor"/],
  ['recovery done \u001b[31m', /no line/],
];

test.each(refused)('%j is refused', async (line, named) => {
  const ctx = person();
  await ctx.remember(checkedToday);
  await run(ctx, 'recovery start');
  ctx.clearOutput();
  const before = await countOf(ctx);
  let problem: string;
  try {
    expect(await run(ctx, line)).toBe(2);
    problem = ctx.stderr;
  } catch (error) {
    // Commander's own refusals become the same code in `main`.
    problem = String(error);
    expect(error).toHaveProperty('exitCode', 1);
  }
  expect(problem).toMatch(named);
  expect(ctx.stdout).toBe('');
  expect(await countOf(ctx)).toBe(before);
});

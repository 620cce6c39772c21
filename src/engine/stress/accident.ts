const activity =
  'lifting|bending|running|playing|falling|moving|carrying|gardening|shovell?ing|twisting|skiing';
const did = 'fell|slipped|tripped|lifted|bent|ran|played|moved|carried|twisted|skied';
const where = 'at (work|the gym|practice|training|football)|in the (garden|gym)';
const time =
  'again|badly|slightly|yesterday|today|just now|this (morning|week)|last (week|month|year)|(a|one|two|three|some|\\d+) (days?|weeks?|months?|years?) ago';
const around =
  'lifting|a|an|the|my|some|our|in|on|at|with|off|up|down|over|out|of|from|to|and|big|heavy|old|new|two|too|wrong';
const things =
  'box|boxes|bags?|crates?|suitcases?|luggage|shopping|groceries|furniture|sofa|couch|table|bed|fridge|washing machine|weights?|dumbbells?|barbell|sacks?|logs|wood|stones|soil|snow|leaves|ice|grass|lawn|garden|gym|work|house|stairs|steps|ladder|bike|horse|football|soccer|tennis|basketball|volleyball|handball|hockey|golf|rugby|badminton|squash|son|daughter|child|children|kids?|baby|toddler|dog|things|stuff';

/**
 * The pattern of a text that is nothing but a plain accident of the past: "I hurt myself lifting a box". Every word is one
 * of these; with any other it is no longer sure that it was an accident.
 */
export const accident = (() => {
  const often = (words: string) => `([ ,]+(${words}))*`;
  const opening = `((${time})[ ,]+)?((sore|stiff|worse|since|because|and) )*(i|i've|i have|i had)? ?`;
  const told = `(${activity}|(when|as|because|after) i (${did})|${where})`;
  return `${opening}hurt myself${often(time)}( while| when)? ${told}${often(`${around}|${things}|${time}`)}[ .!]*`;
})();

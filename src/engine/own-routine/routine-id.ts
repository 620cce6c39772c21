/** Longer than any name needs to be told apart. */
const mostCharacters = 60;

/**
 * An id made of a name: "Plan für Anna" gives "plan-fur-anna". A number follows where it is taken.
 *
 * @param otherwise for a name without a letter that an id may have
 */
export function idFrom(name: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘]/g, '')
    .replace(/ß/g, 'ss')
    .toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const id = words.join('-').slice(0, mostCharacters).replace(/-$/, '') || otherwise;
  let unique = id;
  for (let number = 2; taken.has(unique); number += 1) unique = `${id}-${number}`;
  return unique;
}

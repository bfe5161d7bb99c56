/**
 * Every key of several lists of keys, in one order: that of the first list, with what only later ones have after the
 * key it follows there.
 */
export function unionKeys(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  if (others.every((list) => isSameList(list, first))) return first;
  const union = [...first];
  const known = new Set(union);
  for (const list of others) {
    let after = -1;
    for (const key of list) {
      if (known.has(key)) {
        after = union.indexOf(key);
        continue;
      }
      after += 1;
      union.splice(after, 0, key);
      known.add(key);
    }
  }
  return union;
}

/** Whether a list's keys stand in the order of the union. */
export function isInOrder(list: readonly string[], union: readonly string[]): boolean {
  const places = list.map((key) => union.indexOf(key));
  return places.every((place, index) => index === 0 || place > (places[index - 1] as number));
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

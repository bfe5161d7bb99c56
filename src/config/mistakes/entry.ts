/** An entry of a table by a word of the input, which may be one that every object of JavaScript has. */
export function entry<Entry>(table: Readonly<Record<string, Entry>>, word: string): Entry | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

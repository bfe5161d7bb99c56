/** Families of a text that a target exports, by name, with their types; counters as they are asked for, with `_total`. */
export function familiesIn(text: string): ReadonlyMap<string, string> {
  const declared = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name, type] = /^# TYPE (\S+) (\S+)/.exec(line) ?? [];
    if (name !== undefined && type !== undefined) declared.set(name, type);
  }
  return new Map([...declared].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** How exported names are kept: where they come from, then a name and its type a line, sorted. */
export function exportedText(source: string, families: ReadonlyMap<string, string>): string {
  return [`# ${source}`, ...[...families].map(([name, type]) => `${name} ${type}`), ''].join('\n');
}

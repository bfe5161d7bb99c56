/** Whether a text is the name of an IANA time zone, written as the database writes it: Kubernetes reads files of that name. */
export function isTimeZone(name: string): boolean {
  // The list of all zones takes longer to load than a small platform to read, and this is nearly always the one.
  if (name === 'UTC' || name === 'Etc/UTC') return true;
  if (!/^[A-Z][A-Za-z0-9+-]*(\/[A-Z][A-Za-z0-9_+-]*)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  known ??= new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]));
  const spelling = known.get(name.toLowerCase());
  return spelling === undefined || spelling === name;
}

/** By name in lower case, made when first asked for: Intl takes any case, and a file system does not. */
let known: ReadonlyMap<string, string> | undefined;

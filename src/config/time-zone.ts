import { nearest } from '../words/nearest.ts';

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
  const spelling = knownZones().get(name.toLowerCase());
  return spelling === undefined || spelling === name;
}

/** The time zone that a text most likely meant. */
export function nearestTimeZone(name: string): string | undefined {
  return nearest(name, knownZones().values());
}

function knownZones(): ReadonlyMap<string, string> {
  known ??= new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]));
  return known;
}

/** By name in lower case, made when first asked for: Intl takes any case, and a file system does not. */
let known: ReadonlyMap<string, string> | undefined;

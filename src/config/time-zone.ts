import { nearest } from '../words/nearest.ts';
import { TIME_ZONE_NAMES } from './time-zone-names.ts';

/** Whether a text is the name of an IANA time zone, written as the database writes it: Kubernetes reads files of that name. */
export function isTimeZone(name: string): boolean {
  return NAMES.has(name);
}

/** The time zone that a text most likely meant: `America/Los_Angeles` for PST, `Europe/Berlin` for "berlin". */
export function nearestTimeZone(name: string): string | undefined {
  const word = name.trim();
  const usual = USUAL[word.toUpperCase()];
  if (usual !== undefined) return usual;
  const [, sign, hours] = /^(?:UTC|GMT)? ?([+-])0?([0-9]{1,2})(?::?00)?$/i.exec(word) ?? [];
  // Signs of Etc are those of POSIX: what is west of Greenwich is positive.
  if (hours !== undefined) return known(`Etc/GMT${sign === '+' ? '-' : '+'}${hours}`);
  const underscored = word.replaceAll(' ', '_').toLowerCase();
  const city = TIME_ZONE_NAMES.find((zone) => zone.toLowerCase().endsWith(`/${underscored}`));
  return city ?? nearest(word, TIME_ZONE_NAMES);
}

const NAMES: ReadonlySet<string> = new Set(TIME_ZONE_NAMES);

function known(name: string): string | undefined {
  return NAMES.has(name) ? name : undefined;
}

/** What people call zones that the database has under another name. */
const USUAL: Readonly<Record<string, string>> = {
  ACT: 'Australia/Darwin',
  AEDT: 'Australia/Sydney',
  AEST: 'Australia/Sydney',
  AET: 'Australia/Sydney',
  AGT: 'America/Argentina/Buenos_Aires',
  ART: 'Africa/Cairo',
  AST: 'America/Halifax',
  BET: 'America/Sao_Paulo',
  BRT: 'America/Sao_Paulo',
  BST: 'Europe/London',
  CAT: 'Africa/Maputo',
  CDT: 'America/Chicago',
  CEST: 'Europe/Berlin',
  CNT: 'America/St_Johns',
  CST: 'America/Chicago',
  CTT: 'Asia/Shanghai',
  EAT: 'Africa/Nairobi',
  ECT: 'Europe/Paris',
  EDT: 'America/New_York',
  EEST: 'Europe/Helsinki',
  IET: 'America/Indiana/Indianapolis',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  LOCAL: 'Etc/UTC',
  MDT: 'America/Denver',
  MIT: 'Pacific/Apia',
  MSK: 'Europe/Moscow',
  NET: 'Asia/Yerevan',
  NST: 'America/St_Johns',
  PDT: 'America/Los_Angeles',
  PLT: 'Asia/Karachi',
  PNT: 'America/Phoenix',
  PRT: 'America/Puerto_Rico',
  PST: 'America/Los_Angeles',
  SGT: 'Asia/Singapore',
  SST: 'Pacific/Guadalcanal',
  'US/PACIFIC-NEW': 'America/Los_Angeles',
  VST: 'Asia/Ho_Chi_Minh',
  WEST: 'Europe/Lisbon',
  Z: 'Etc/UTC',
};

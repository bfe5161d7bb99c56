import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isTimeZone, nearestTimeZone } from './time-zone.ts';
import { TIME_ZONE_NAMES } from './time-zone-names.ts';

const ONLY_OF_JAVASCRIPT =
  'US/Pacific-New ACT JST PST SystemV/PST8 SystemV/AST4ADT EAT IST BST VST NET PLT BET AGT CTT AST SST ECT ART CAT CNT IET MIT PNT PRT NST AET';

test.each(ONLY_OF_JAVASCRIPT.split(' '))('%s is no time zone to Go', (name) => {
  expect(isTimeZone(name)).toBe(false);
  const meant = nearestTimeZone(name);
  if (!name.startsWith('SystemV')) expect(isTimeZone(meant ?? '')).toBe(true);
});

test.each([
  ['PST', 'America/Los_Angeles'],
  ['cest', 'Europe/Berlin'],
  ['UTC+2', 'Etc/GMT-2'],
  ['-05:00', 'Etc/GMT+5'],
  ['GMT+20', undefined],
  ['New York', 'America/New_York'],
  ['berlin', 'Europe/Berlin'],
  ['europe/berlin', 'Europe/Berlin'],
  ['Europe/Berln', 'Europe/Berlin'],
])('%s most likely means %s', (name, meant) => {
  expect(nearestTimeZone(name)).toBe(meant);
});

const archive = goArchive();

test.runIf(archive !== undefined)('the list is that of the Go on this machine, but for newer zones', () => {
  const directory = readFileSync(archive ?? '', 'latin1');
  const missing = TIME_ZONE_NAMES.filter((name) => !directory.includes(name));
  expect(missing.length, missing.join(' ')).toBeLessThanOrEqual(3);
});

function goArchive(): string | undefined {
  try {
    const root = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
    const path = join(root, 'lib', 'time', 'zoneinfo.zip');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

import { unportable } from '../model/portable-name.ts';
import type { Report } from './report.ts';
import type { Scope } from './resolve/scope.ts';
import { NAME } from './schema/scalars.ts';
import type { ServiceInput } from './schema/service.ts';
import { isMap, type YamlMap } from './source.ts';

/** Names of the folder and the file that an environment was read from. */
export interface Names {
  readonly folder: string;
  readonly file: string;
}

/** A file and its folder are named after what they hold, so that a copy with the old name inside is noticed. */
export function reportFileNames({ folder, file }: Names, merged: YamlMap, report: Report): void {
  reportOther('platform', merged['platform'], folder, 'folder', report);
  reportOther('environment', merged['environment'], file.replace(/\.ya?ml$/, ''), 'file', report);
}

function reportOther(
  key: string,
  found: unknown,
  expected: string,
  what: 'file' | 'folder',
  report: Report,
): void {
  const fault = unportable(expected);
  if (fault !== undefined) {
    report([key], `\`${expected}\` ${fault}, so its output could not be checked out there`, {
      fix: `rename the ${what}`,
    });
    return;
  }
  if (typeof found !== 'string' || !NAME.test(found) || found === expected) return;
  const fix = NAME.test(expected) ? `write ${expected}, or rename the ${what}` : `rename the ${what}`;
  report([key], `expected ${expected}, the name of its ${what}`, { found, fix });
}

/**
 * The section of every declared name. Services, resources and externals share one space of names, because `uses` and
 * references name them alike. Reports names that mean something else, and those of objects made for other services.
 */
export function resolveNames(
  merged: YamlMap,
  services: ReadonlyMap<string, ServiceInput>,
  report: Report,
): Scope['declared'] {
  const declared = new Map<string, Section>();
  for (const section of SECTIONS) {
    const entries = merged[section];
    for (const name of isMap(entries) ? Object.keys(entries) : []) {
      declareName(name, section, declared, report);
    }
  }
  reportMadeNames(merged, services, report);
  return declared;
}

const SECTIONS = ['services', 'resources', 'externals'] as const;
type Section = (typeof SECTIONS)[number];

/** Whether a section that declares names holds something else. */
export function hasUnreadSections(merged: YamlMap): boolean {
  return SECTIONS.some((section) => merged[section] !== undefined && !isMap(merged[section]));
}

function declareName(name: string, section: Section, declared: Map<string, Section>, report: Report): void {
  const path = [section, name];
  const other = declared.get(name);
  if (other) report(path, `\`${name}\` is a name in ${other} already`, RENAME);
  if (RESERVED.has(name))
    report(path, `\`${name}\` means something else in references`, { at: 'key', fix: 'rename it' });
  const fault = section === 'services' ? unportable(name) : undefined;
  if (fault !== undefined) {
    const message = `\`${name}\` ${fault}, so its files could not be checked out there`;
    report(path, message, { at: 'key', fix: 'rename it' });
  }
  // The tree of constructs looks its children up in a plain object, which has one of that name.
  if (name === 'constructor') report(path, '`constructor` cannot be a name', { at: 'key', fix: 'rename it' });
  if (!other) declared.set(name, section);
}

/** First words of references that are no dependencies. */
const RESERVED = new Set(['platform', 'environment', 'domain', 'cluster', 'secret']);

/** Objects beside a service's own are named after it; no service may have such a name. */
function reportMadeNames(merged: YamlMap, services: ReadonlyMap<string, ServiceInput>, report: Report): void {
  const { platform } = merged;
  const made = new Map([
    ['deny-all', 'the policy that denies all'],
    ['default-deny', 'the policy that denies all'],
    ['backup-drill', 'the job that restores backups'],
    ['preview-expiry', 'the job that ends previews'],
    ['base', 'the Application of what all services stand on'],
    ['ingress', 'the Application of the way in'],
    ['backups', 'the Application of the backups'],
    ['observability', 'the Application of what watches the platform'],
    ['manifests', 'the Application of objects of your own'],
  ]);
  if (typeof platform === 'string') made.set(`${platform}-secrets`, 'the account that reads secrets');
  for (const [service, { variants = {}, migrate }] of services) {
    if (migrate) made.set(`${service}-migrate`, `the migration of \`${service}\``);
    for (const variant of Object.keys(variants)) makeVariant(service, variant, made, report);
  }
  for (const [service, input] of services) makePublic(service, input, made);
  makeWeighted(merged, services, made);
  for (const name of services.keys()) {
    const owner = made.get(name);
    if (owner !== undefined) report(['services', name], `\`${name}\` is the name of ${owner} too`, RENAME);
  }
}

/** What leads to a service from outside: the routes of its host, and of its preview. */
function makePublic(service: string, { expose, release }: ServiceInput, made: Map<string, string>): void {
  const preview = release?.preview;
  if (preview) made.set(`${service}-preview`, `the preview of \`${service}\``);
  for (const host of [expose?.host, preview?.host]) {
    if (host !== undefined) made.set(`public-${host}`, `the routes of the public host \`${host}\``);
  }
}

/** The two Services between which routes of the Gateway API share requests out. */
function makeWeighted(
  { ingress }: YamlMap,
  services: ReadonlyMap<string, ServiceInput>,
  made: Map<string, string>,
): void {
  if (!isMap(ingress) || !isMap(ingress['gatewayApi'])) return;
  for (const [service, { expose, release }] of services) {
    if (!expose || release?.strategy !== 'canary') continue;
    made.set(`${service}-stable`, `the version of \`${service}\` that serves`);
    made.set(`${service}-canary`, `the new version of \`${service}\``);
  }
}

function makeVariant(service: string, variant: string, made: Map<string, string>, report: Report): void {
  const name = `${service}-${variant}`;
  const other = made.get(name);
  if (other)
    report(['services', service, 'variants', variant], `\`${name}\` is the name of ${other} too`, RENAME);
  made.set(name, `variant \`${variant}\` of \`${service}\``);
}

const RENAME = { at: 'key', fix: 'rename one of them' } as const;

import type { Finding, InputPlace } from '../../model/finding.ts';
import { type InputFile, isManifestFile } from '../../model/input-file.ts';
import { REFERENCE } from '../fill-facts.ts';
import { placeOf } from '../report.ts';
import { isMap, type Source } from '../source.ts';
import { namesOf, readOwnSource } from './own-source.ts';

/**
 * Gives each finding about an object of the user's own the line of the file it was written in: that of the field, or of
 * what is nearest around it. The others are given back as they are. Files are read once more, if any object is concerned.
 */
export function placeOwn(files: readonly InputFile[], findings: readonly Finding[]): readonly Finding[] {
  const own = files.filter(isManifestFile);
  if (own.length === 0) return findings;
  const read = new Map<InputFile, readonly Source[]>();
  const documentsIn = (file: InputFile) => {
    const known = read.get(file) ?? readOwnSource(file).documents;
    read.set(file, known);
    return known;
  };
  return findings.map((finding) => {
    const name = /\/_manifests-([^/]+)\.yaml$/.exec(finding.file)?.[1];
    if (name === undefined) return finding;
    const candidates = own.filter((file) => isOf(finding, name, file)).flatMap(documentsIn);
    const document = candidates.find(({ root }) => isSame(root, finding));
    return document ? { ...finding, place: placeIn(document, finding.field) } : finding;
  });
}

function isOf({ platform, environment }: Finding, name: string, file: InputFile): boolean {
  const names = namesOf(file);
  const isInEnvironment = names.environment === undefined || names.environment === environment;
  return file.folder === platform && names.name === name && isInEnvironment;
}

/** Whether a document can be the object that a finding is about: facts in it may stand for any text. */
function isSame({ kind, metadata }: Source['root'], { object }: Finding): boolean {
  if (kind !== object.kind || !isMap(metadata)) return false;
  return fits(metadata['name'], object.name) && fits(metadata['namespace'] ?? '', object.namespace ?? '');
}

function fits(written: unknown, filled: string): boolean {
  if (typeof written !== 'string') return false;
  const parts = written.split(new RegExp(REFERENCE.source)).filter((_, index) => index % 2 === 0);
  return new RegExp(`^${parts.map((part) => part.replace(/[^\w-]/g, '\\$&')).join('.*')}$`).test(filled);
}

function placeIn(document: Source, field: string): InputPlace {
  const path: (string | number)[] = [];
  let value: unknown = document.root;
  for (const [, quoted, item, key] of field.matchAll(STEP)) {
    const step = item === undefined ? (quoted ?? key ?? '') : indexOf(value, item);
    const inner = (value as Readonly<Record<string | number, unknown>> | undefined)?.[step];
    if (inner === undefined) break;
    path.push(step);
    value = inner;
  }
  const isScalar = typeof value !== 'object' || value === null;
  // What is about the whole object is told where it says its kind.
  if (path.length === 0) path.push('kind');
  return { file: document.path, ...placeOf(document, path, isScalar ? 'value' : 'key') };
}

/** Steps of a field: keys after dots or in quotes, and items of lists by their name or their place. */
const STEP = /\["((?:[^"\\]|\\.)*)"\]|\[([^\]"]*)\]|\.?([^.[\]]+)/g;

function indexOf(list: unknown, item: string): number {
  if (!Array.isArray(list)) return -1;
  const named = list.findIndex((one) => isMap(one) && one['name'] === item);
  return named < 0 ? Number(item) : named;
}

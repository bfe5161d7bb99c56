import { nearest } from '../../words/nearest.ts';
import { ANY_FACTS } from '../fact-types.ts';
import { REFERENCE } from '../fill-facts.ts';
import { isMap, type Path, type Source } from '../source.ts';
import type { Tell } from './tell.ts';

/** Tells what is wrong with the values of a document, at whatever depth: what cannot be carried, or refers to nothing. */
export function reportValues(document: Source, tell: Tell): void {
  if (isMap(document.root)) reportIn(document.root, [], { document, tell });
}

interface Walk {
  readonly document: Source;
  readonly tell: Tell;
}

function reportIn(value: unknown, path: Path, walk: Walk): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) reportIn(item, [...path, index], walk);
  } else if (isMap(value)) {
    for (const [key, child] of Object.entries(value)) reportIn(child, [...path, key], walk);
  } else reportScalar(value, path, walk);
}

function reportScalar(value: unknown, path: Path, walk: Walk): void {
  if (typeof value === 'number') reportOctal(path, walk);
  else if (value === null) reportNull(path, walk.tell);
  else if (typeof value === 'string' && value.includes('${')) {
    for (const reference of strangeIn(value)) reportReference(reference, path, walk.tell);
  }
}

/** The references in a text that are no facts, each once, as they are written. */
function strangeIn(text: string): ReadonlySet<string> {
  const references = [...text.matchAll(REFERENCE)].filter(([whole]) => whole !== '$${');
  const strange = references.filter(([, fact]) => fact === undefined || !ANY_FACTS.includes(fact));
  return new Set(strange.map(([whole]) => whole));
}

function reportReference(whole: string, path: Path, tell: Tell): void {
  const literal = 'write `$${` for the characters themselves';
  if (whole === '${') {
    tell(path, '`${` has no `}` behind it', { fix: `close it, or ${literal}` });
    return;
  }
  const guess = nearest(whole.slice(2, -1), ANY_FACTS);
  const facts = guess ? `write \${${guess}}, or` : `facts are: ${ANY_FACTS.join(', ')};`;
  tell(path, `${whole} refers to nothing`, { fix: `${facts} ${literal}` });
}

/** kubectl reads YAML 1.1, where 0644 is 420; here, as in YAML 1.2, it is 644. A mode of files would be another one. */
function reportOctal(path: Path, { document, tell }: Walk): void {
  const written = document.written(path);
  if (written === undefined || !/^0[0-7]+$/.test(written)) return;
  const octal = Number.parseInt(written, 8);
  const message = `${written} is ${octal} to kubectl, and ${Number(written)} in YAML 1.2`;
  tell(path, message, { fix: `write 0o${written.slice(1)}, which is ${octal} everywhere` });
}

/** Helm and Kustomize lose a null, and Kubernetes takes it for a field that is not there. */
function reportNull(path: Path, tell: Tell): void {
  if (path.join('.') === 'metadata.creationTimestamp') return;
  const message = 'a null is no value: Kubernetes takes it for a field that is not there';
  tell(path, message, { fix: 'write the value, {} for an empty map, or leave the key out', at: 'key' });
}

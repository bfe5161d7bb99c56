import { isMap, isScalar, type YAMLMap } from 'yaml';
import { fillPair } from './fill-pair.ts';
import type { ImageVersion } from './image-version.ts';
import { insertPair } from './insert-pair.ts';
import { quoteOf, scalarText, type Tree } from './new-yaml.ts';
import { endOf, isNull, type Pair, type ParsedText, pairOf, startOf } from './parsed-text.ts';
import { beyondComment, type Fault, notOneLine, otherKind, sharingFault } from './refusal.ts';
import { removePair } from './remove-pair.ts';
import type { Splice } from './splice.ts';

/**
 * The next step towards a version at a path of a text; none when it stands there. Steps that only replace values can
 * be done together; what changes the structure has to be parsed again before the next step.
 */
export type Step =
  | { readonly kind: 'replace' | 'restructure'; readonly splices: readonly Splice[] }
  | { readonly kind: 'refused'; readonly fault: Fault };

/** See Step. `path` leads to the map with `tag` and `digest`. */
export function nextStep(
  parsed: ParsedText,
  path: readonly string[],
  version: ImageVersion,
): Step | undefined {
  let map = parsed.document.contents as unknown as YAMLMap;
  let owner: unknown;
  for (const [index, key] of path.entries()) {
    const pair = pairOf(map, key);
    const below = () => nested(path.slice(index + 1), version);
    if (!pair) return restructure(insertPair(parsed, map, owner, key, below()));
    const fault = sharingFault(parsed, pair.value, path.slice(0, index + 1));
    if (fault) return { kind: 'refused', fault };
    if (isNull(pair)) return restructure([fillPair(parsed, map, pair, below())]);
    if (!isMap(pair.value)) return refused(otherKind(pair.value, path.slice(0, index + 1), 'a map'));
    map = pair.value;
    owner = pair.key;
  }
  return stepWithin({ parsed, map, owner, path }, version);
}

/** An image in a text: the map that holds its tag and digest. */
interface ImageMap {
  readonly parsed: ParsedText;
  readonly map: YAMLMap;
  readonly owner: unknown;
  readonly path: readonly string[];
}

/** Values are replaced first, then what lacks is added, then what is too much taken out: the map is never empty. */
function stepWithin(image: ImageMap, version: ImageVersion): Step | undefined {
  const fields = [
    { key: 'tag', wanted: version.tag },
    { key: 'digest', wanted: version.digest },
  ].map((field) => ({ ...field, pair: pairOf(image.map, field.key) }));
  const written = fields.filter(({ pair }) => pair && !isNull(pair));
  const replacements = written.map(({ key, wanted, pair }) => replacement(image, key, wanted, pair as Pair));
  const refusal = replacements.find((step) => step?.kind === 'refused');
  if (refusal) return refusal;
  const splices = replacements.flatMap((step) => (step?.kind === 'replace' ? step.splices : []));
  if (splices.length > 0) return { kind: 'replace', splices };
  for (const { key, wanted, pair } of fields) {
    const step = wanted !== undefined && addition(image, key, wanted, pair);
    if (step) return step;
  }
  const surplus = written.find(({ wanted }) => wanted === undefined)?.pair;
  return surplus && removal(image, surplus);
}

/** Also asked of what is to be taken out, for what stands in the way of that. */
function replacement(
  { parsed, path }: ImageMap,
  key: string,
  wanted: string | undefined,
  { value }: Pair,
): Step | undefined {
  const fault = sharingFault(parsed, value, [...path, key]);
  if (fault) return refused(fault);
  if (!isScalar(value)) return refused(otherKind(value, [...path, key], 'a text'));
  if (wanted === undefined || value.value === wanted) return undefined;
  if (value.type?.startsWith('BLOCK')) return refused(notOneLine(value, [...path, key]));
  const text = scalarText(wanted, quoteOf(value));
  return {
    kind: 'replace',
    splices: [{ start: startOf(value), end: endOf({ key: value, value: null } as unknown as Pair), text }],
  };
}

function addition({ parsed, map, owner }: ImageMap, key: string, wanted: string, pair: Pair | undefined) {
  if (!pair) return restructure(insertPair(parsed, map, owner, key, wanted));
  return isNull(pair) ? restructure([fillPair(parsed, map, pair, wanted)]) : undefined;
}

function removal({ parsed, map, path }: ImageMap, pair: Pair): Step {
  const splice = removePair(parsed, map, pair);
  return splice ? restructure([splice]) : refused(beyondComment(pair, path));
}

function nested(path: readonly string[], { tag, digest }: ImageVersion): Tree {
  const [first, ...rest] = path;
  if (first !== undefined) return { [first]: nested(rest, { tag, digest }) };
  return { ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}

function restructure(splices: readonly Splice[]): Step {
  return { kind: 'restructure', splices };
}

function refused(fault: Fault): Step {
  return { kind: 'refused', fault };
}

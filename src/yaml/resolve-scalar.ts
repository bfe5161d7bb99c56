import {
  boolCoreTag,
  floatCoreTag,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  type ScalarTagDefinition,
  strTag,
} from 'js-yaml/browser';

/**
 * The value of a scalar in the core schema of YAML 1.2; a plain one (`tag` empty) is null, a boolean, a
 * number or else text. Undefined when the tag is not one for scalars of that schema or does not fit what is
 * written, and for a number that is too large: js-yaml takes it for text and yaml for infinity.
 */
export function resolveScalar(source: string, tag: string, isPlain: boolean): unknown {
  if (tag === '') return isPlain ? resolvePlain(source) : source;
  const definition = TAGS.get(tag);
  const value = definition?.resolve(source, true, definition.tagName);
  return value === NOT_RESOLVED ? undefined : value;
}

const IMPLICIT = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag];

const TAGS: ReadonlyMap<string, ScalarTagDefinition> = new Map<string, ScalarTagDefinition>([
  ['!', strTag],
  ['!!str', strTag],
  ['!!null', nullCoreTag],
  ['!!bool', boolCoreTag],
  ['!!int', intCoreTag],
  ['!!float', floatCoreTag],
]);

/** How everything begins that is not text: most scalars do not, and need no closer look. */
const MAY_NOT_BE_TEXT = /^(?:[-+.~\dnNtTfF]|$)/;

/** Looks like a number. */
const NUMBER = /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0x[\da-fA-F]+|0o[0-7]+)$/;

function resolvePlain(source: string): unknown {
  if (!MAY_NOT_BE_TEXT.test(source)) return source;
  for (const tag of IMPLICIT) {
    const value: unknown = tag.resolve(source, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  return NUMBER.test(source) ? undefined : source;
}

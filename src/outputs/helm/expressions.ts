import type { Part } from './decompose.ts';
import { goString } from './go-template.ts';
import type { Condition, Test } from './node.ts';
import type { ValuePath, Vector } from './value-path.ts';
import { SHOWN_DIGITS } from './version-label.ts';

type Refer = (path: ValuePath) => string;

/** Prints a value so that it is read back as the same scalar, whatever text or number it holds. */
export function scalarExpression(reference: string, vector: Vector): string {
  const types = new Set(vector.filter((value) => value !== undefined).map((value) => typeof value));
  if (types.size !== 1 || vector.includes(null)) return anyScalar(reference);
  if (types.has('string')) return `${reference} | quote`;
  if (types.has('boolean')) return reference;
  return vector.every((value) => value === undefined || isPlainInteger(value))
    ? `${reference} | int64`
    : numberText(reference);
}

/** Prints a text put together from facts. */
export function textExpression(parts: readonly Part[], refer: Refer): string {
  const [only] = parts;
  if (parts.length === 1 && only && 'path' in only) return `${refer(only.path)} | quote`;
  const format = parts.map((part) => ('text' in part ? part.text.replaceAll('%', '%%') : '%s')).join('');
  const facts = parts.flatMap((part) => ('path' in part ? [refer(part.path)] : []));
  return `printf ${goString(format)} ${facts.join(' ')} | quote`;
}

/** Prints what a label shows of a digest. */
export function digestExpression(reference: string): string {
  return `${reference} | trimPrefix "sha256:" | trunc ${SHOWN_DIGITS} | quote`;
}

/** Prints what weights leave of 100. */
export function restExpression(paths: readonly ValuePath[], refer: Refer): string {
  const weights = paths.map((path) => `(int ${refer(path)})`);
  return weights.length === 1 ? `sub 100 ${weights[0]}` : `sub 100 (add ${weights.join(' ')})`;
}

/** Prints what a named template adds up. */
export function quotaExpression(template: string, amount: string): string {
  return `get (include ${goString(template)} . | fromYaml) ${goString(amount)} | quote`;
}

/** Prints one text where a test holds, another where it does not. */
export function choiceExpression(test: Test, yes: string, no: string, refer: Refer): string {
  return `ternary ${goString(yes)} ${goString(no)} (${testExpression(test, refer)}) | quote`;
}

/** The condition of an `if`: tests that all hold, or that a value is there. */
export function conditionExpression(
  condition: { readonly tests: Condition } | { readonly has: ValuePath },
  refer: Refer,
): string {
  if ('has' in condition) {
    const { has } = condition;
    return `hasKey ${refer(has.slice(0, -1))} ${goString(has.at(-1) as string)}`;
  }
  const [only, ...others] = condition.tests.map((test) => testExpression(test, refer));
  if (only === undefined || others.length === 0) return only ?? 'true';
  return `and ${[only, ...others].map((test) => (test.includes(' ') ? `(${test})` : test)).join(' ')}`;
}

function testExpression(test: Test, refer: Refer): string {
  if (test.test === 'enabled') return refer(test.path);
  if (test.test === 'atLeast') return `ge (int ${refer(test.path)}) ${test.number}`;
  const [min, max] = test.paths.map((path) => `(int ${refer(path)})`);
  return `${test.test === 'differ' ? 'ne' : 'eq'} ${min} ${max}`;
}

function isPlainInteger(value: unknown): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

/** A number before whose exponent no point stands is a string to readers of YAML 1.1. */
function numberText(reference: string): string {
  return `regexReplaceAll "^(-?[0-9]+)e" (toJson ${reference}) "\${1}.0e"`;
}

/** A string in quotes, a number, a boolean, or null where there is no value. */
function anyScalar(reference: string): string {
  return `ternary (quote ${reference}) (toJson ${reference}) (kindIs "string" ${reference})`;
}

import { fill, type Instance, type NameHole } from './instance.ts';
import type { Hole, Template } from './template.ts';

// Characters of the private use area stand for the facts while texts are compared.
const FACTS: readonly (readonly [string, Hole])[] = [
  ['\uE000', { from: 'service', key: 'name' }],
  ['\uE001', { from: 'environment', key: 'account' }],
  ['\uE002', { from: 'environment', key: 'domain' }],
  ['\uE003', { from: 'environment', key: 'name' }],
];

/** A text whose ends are the same in all instances, facts aside, and a hole for what is between. */
export function deriveText(
  instances: readonly Instance[],
  path: readonly string[],
  nameHole: NameHole,
): Template {
  const codes = instances.map((instance) => encode(instance));
  const before = commonStart(codes);
  const rest = codes.map((code) => code.slice(before.length));
  const after = reversed(commonStart(rest.map(reversed)));
  const middles = rest.map((code) => code.slice(0, code.length - after.length));
  const ends = { before: decoded(before), after: decoded(after) };
  if (middles.every((middle) => middle === '')) {
    return { type: 'text', parts: [...ends.before, ...ends.after], isPlain: true };
  }
  const values = new Map(instances.map((instance, at) => [instance, raw(middles[at] ?? '', instance)]));
  const hole = fill(instances, path, nameHole, (instance) => values.get(instance) ?? '');
  const isPlain = [...values.values()].every((value) => /^[ !#-[\]-~]*$/.test(value));
  return { type: 'text', parts: [...ends.before, hole, ...ends.after], isPlain };
}

function encode(instance: Instance): string {
  let code = instance.value as string;
  for (const [character, hole] of FACTS) code = code.replaceAll(factOf(instance, hole), character);
  return code;
}

function factOf({ service, environment }: Instance, { from, key }: Hole): string {
  return String((from === 'service' ? service : environment)[key]);
}

function raw(code: string, instance: Instance): string {
  let text = code;
  for (const [character, hole] of FACTS) text = text.replaceAll(character, factOf(instance, hole));
  return text;
}

function decoded(code: string): readonly (string | Hole)[] {
  const parts = code.split(/([\uE000-\uE003])/).filter((part) => part !== '');
  return parts.map((part) => FACTS.find(([character]) => character === part)?.[1] ?? part);
}

/** What all texts begin with, whole words only: a version is not cut in two because all begin with the same digit. */
function commonStart(texts: readonly string[]): string {
  let start = texts[0] ?? '';
  for (const text of texts) {
    let length = 0;
    while (length < start.length && start[length] === text[length]) length += 1;
    start = start.slice(0, length);
  }
  return texts.every((text) => text === start) ? start : start.replace(/[A-Za-z0-9]+$/, '');
}

/** By code unit, which is enough here: it is turned back the same way. */
function reversed(text: string): string {
  return text.split('').reverse().join('');
}

import { REFERENCE } from '../config/fill-facts.ts';

/** Values to write in place of another, most telling first: a large step shows where a small one is rounded away. */
export function otherValues(value: string | number | boolean): readonly (string | number | boolean)[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return otherNumbers(value);
  const quantity = /^([0-9]+)([^0-9]*)$/.exec(value);
  const numbers = quantity
    ? otherNumbers(Number(quantity[1])).map((number) => `${number}${quantity[2]}`)
    : [];
  return [
    ...numbers.filter((other) => /^[0-9]/.test(other) && other.length === value.length),
    ...otherTexts(value),
    ...numbers,
  ];
}

function otherNumbers(value: number): readonly number[] {
  const steps = [
    value + Math.ceil(value / 2),
    value + 1,
    value - 1,
    Math.floor(value / 2),
    value + 0.1,
    value - 0.1,
  ];
  return [...new Set(steps)].filter((other) => other !== value);
}

/** The text with another letter or digit, from its end to its start; what a reference names stays. */
function otherTexts(text: string): readonly string[] {
  const taken = [...text.matchAll(REFERENCE)].map(
    ({ 0: whole, index }) => [index, index + whole.length] as const,
  );
  const isFree = (at: number) => !taken.some(([start, end]) => at >= start && at < end);
  const places = Array.from(text, (_, at) => at).filter(
    (at) => isFree(at) && /[A-Za-z0-9]/.test(text[at] ?? ''),
  );
  const texts = places
    .reverse()
    .map((at) => `${text.slice(0, at)}${nextOf(text[at] ?? '')}${text.slice(at + 1)}`);
  return [...texts.slice(0, 8), ...texts.slice(-1), `${text}x`, `x${text}`];
}

function nextOf(character: string): string {
  if (character === '9' || character === 'z' || character === 'Z' || character === 'f') {
    return String.fromCharCode(character.charCodeAt(0) - 1);
  }
  return String.fromCharCode(character.charCodeAt(0) + 1);
}

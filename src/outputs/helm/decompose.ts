import type { ValuePath, Vector } from './value-path.ts';

/** A piece of a text: the same in every environment, or a fact. */
export type Part = { readonly text: string } | { readonly path: ValuePath };

/** A fact with the texts it has in the environments. */
export interface TextFact {
  readonly path: ValuePath;
  readonly vector: Vector;
}

/**
 * Finds one way to say a text in every environment that has it: the same words around the same facts.
 * Longest facts win, and a fact counts only where it stands as a word of its own, so that the environment `dev` is not
 * seen in `develop`. Undefined when there is no way, or when no fact is needed.
 */
export function decompose(vector: Vector, facts: readonly TextFact[]): readonly Part[] | undefined {
  const texts = textsOf(vector);
  if (texts.length === 0) return undefined;
  const candidates = facts.map((fact) => candidate(fact, texts)).filter((fact) => fact !== undefined);
  if (candidates.length === 0) return undefined;
  return scan(
    texts,
    candidates.sort((a, b) => b.length - a.length),
  );
}

interface Text {
  readonly index: number;
  readonly text: string;
  at: number;
}

interface Candidate {
  readonly path: ValuePath;
  /** By index of the environment. */
  readonly values: Vector;
  readonly length: number;
}

function textsOf(vector: Vector): readonly Text[] {
  const texts: Text[] = [];
  vector.forEach((text, index) => {
    if (typeof text === 'string') texts.push({ index, text, at: 0 });
  });
  return texts;
}

function candidate({ path, vector }: TextFact, texts: readonly Text[]): Candidate | undefined {
  let length = 0;
  for (const { index, text } of texts) {
    const value = vector[index];
    if (typeof value !== 'string' || value === '' || !text.includes(value)) return undefined;
    length = Math.max(length, value.length);
  }
  return { path, values: vector, length };
}

/** Reads all texts at once from the left: a fact where every one is at it, else what they share up to where one may be. */
function scan(texts: readonly Text[], candidates: readonly Candidate[]): readonly Part[] | undefined {
  const parts: Part[] = [];
  const starts = startsIn(texts[0] as Text, candidates);
  let words = '';
  while (texts.some(isUnread)) {
    const fact = candidates.find((candidate) => isHere(candidate, texts));
    if (fact) {
      parts.push(...wordsPart(words), { path: fact.path });
      words = '';
      advance(texts, ({ index }) => fact.values[index] as string);
    } else {
      const shared = sharedText(texts, starts);
      if (shared === undefined) return undefined;
      words += shared;
      advance(texts, () => shared);
    }
  }
  return parts.length === 0 ? undefined : [...parts, ...wordsPart(words)];
}

/** Where a fact may begin, last place first. */
function startsIn({ index, text }: Text, candidates: readonly Candidate[]): number[] {
  const starts = new Set<number>();
  for (const { values } of candidates) {
    const value = values[index] as string;
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) starts.add(at);
  }
  return [...starts].sort((a, b) => b - a);
}

/** What comes before the next place where a fact may begin, if all texts have it. Takes the places passed by off. */
function sharedText(texts: readonly Text[], starts: number[]): string | undefined {
  const { text, at } = texts[0] as Text;
  while (starts.length > 0 && (starts.at(-1) as number) <= at) starts.pop();
  const shared = text.slice(at, starts.at(-1));
  return shared !== '' && texts.every((other) => other.text.startsWith(shared, other.at))
    ? shared
    : undefined;
}

function advance(texts: readonly Text[], read: (text: Text) => string): void {
  for (const text of texts) text.at += read(text).length;
}

function isUnread({ text, at }: Text): boolean {
  return at < text.length;
}

function wordsPart(words: string): readonly Part[] {
  return words === '' ? [] : [{ text: words }];
}

function isHere({ values }: Candidate, texts: readonly Text[]): boolean {
  return texts.every(({ index, text, at }) => {
    const value = values[index] as string;
    return text.startsWith(value, at) && isBoundary(text, at) && isBoundary(text, at + value.length);
  });
}

/** Letters and digits on both sides of a position belong to one word. */
function isBoundary(text: string, at: number): boolean {
  return at === 0 || at === text.length || !isWordCharacter(text, at - 1) || !isWordCharacter(text, at);
}

function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 127
  );
}

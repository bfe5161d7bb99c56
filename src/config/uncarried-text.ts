import { ConfigError, type Problem } from './problem.ts';
import type { Path, Source } from './source.ts';

/**
 * Refuses text that an output format cannot carry, at whatever depth, keys too. Tried on every character with kubectl
 * kustomize 5.5 and 5.7: control characters above U+007F and U+FFFE fail, line and paragraph separators come out as
 * blanks, and text of several lines that begins with a tab cannot be read back. A null byte ends text in every program.
 */
export function refuseUncarried(text: string, source: Source): void {
  if (!SUSPICIOUS.test(text)) return;
  const problems = faultsIn(source.root, []).map(({ path, at, message, fix }): Problem => {
    const place = source.place(path, at) ?? { line: 1, column: 1 };
    return { file: source.path, ...place, path: path.map(shownStep).join('.'), message, fix };
  });
  if (problems.length > 0) throw new ConfigError(problems);
}

/** Raw, or perhaps behind an escape in double quotes; most files have neither. */
const SUSPICIOUS = /[\0\t\x7f-\x9f\u2028\u2029\ufffe\uffff\\]/;

const UNCARRIED = /[\0\x7f-\x9f\u2028\u2029\ufffe\uffff]/;
const BEGINS_WITH_TAB = /^[\n ]*\t[^\n]*\n/;

interface Fault {
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly message: string;
  readonly fix: string;
}

function faultsIn(value: unknown, path: Path): readonly Fault[] {
  if (typeof value === 'string') return faultOf(value, path, 'value');
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => faultsIn(item, [...path, index]));
  return Object.entries(value).flatMap(([key, child]) => [
    ...faultOf(key, [...path, key], 'key'),
    ...faultsIn(child, [...path, key]),
  ]);
}

function faultOf(text: string, path: Path, at: Fault['at']): readonly Fault[] {
  const [character] = UNCARRIED.exec(text) ?? [];
  if (character !== undefined) {
    const carrier = character === '\0' ? 'no program can' : 'Kustomize cannot';
    const message = `${codePoint(character)} stands in this text, which ${carrier} carry`;
    return [{ path, at, message, fix: 'remove the character, or write it otherwise' }];
  }
  if (!BEGINS_WITH_TAB.test(text)) return [];
  const message = 'text of several lines begins with a tab, which Kustomize cannot carry';
  return [{ path, at, message, fix: 'begin it with something else, such as spaces in place of the tab' }];
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A path is shown in a terminal, which such characters can change. */
function shownStep(step: string | number): string {
  return String(step).replace(new RegExp(UNCARRIED, 'g'), codePoint);
}

import type { InputFile } from '../model/input-file.ts';
import { salvage, type Unread } from '../yaml/salvage.ts';
import { decodeText } from './decode-text.ts';
import { ConfigError, type Problem } from './problem.ts';
import { depthOf } from './report.ts';
import { isMap, readSource, type Source, sourceOf, syntaxProblem, type YamlMap } from './source.ts';

/** What can be read of a file of the input, and everything wrong with its text. */
export interface Salvaged {
  /** Undefined where nothing can be read. */
  readonly source: Source | undefined;
  readonly problems: readonly Problem[];
  /** Whether a problem found in what was read stands for itself: it is not about what could not be read. */
  readonly isOwn: (problem: Problem) => boolean;
}

/** Reads a file of the input. One that is not right YAML is read without the parts at fault, for what else is wrong. */
export function salvageSource(file: InputFile): Salvaged {
  try {
    return { source: readSource(file), problems: [], isOwn: () => true };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return partOf(file) ?? { source: undefined, problems: error.problems, isOwn: () => true };
  }
}

function partOf(file: InputFile): Salvaged | undefined {
  let text: string;
  try {
    text = decodeText(file);
  } catch {
    return undefined;
  }
  const read = salvage(text);
  if (!read || read.errors.length === 0 || !isMap(read.root?.value)) return undefined;
  const { value } = read.root;
  const problems = read.errors.map((fault) => syntaxProblem(file, fault));
  const lines = new Set(problems.map(({ line }) => line));
  const isOwn = (problem: Problem) => {
    if (problem.file === file.path && lines.has(problem.line)) return false;
    const path = problem.path === '' ? [] : problem.path.split('.');
    return !read.unread.some((unread) => isBelow(path, unread) || isMissed(problem, path, value, unread));
  };
  return { source: sourceOf(file, read.text, read.root), problems, isOwn };
}

function isBelow(path: readonly string[], unread: Unread): boolean {
  return unread.isWhole && unread.path.every((step, index) => path[index] === step);
}

/** Whether something is not there that may be among what could not be read: the keys of the same map. */
function isMissed({ message }: Problem, path: readonly string[], root: YamlMap, unread: Unread): boolean {
  const [, section] = /^the environment has no section `(\w+)`/.exec(message) ?? [];
  if (section === undefined && !message.startsWith('missing')) return false;
  const wanted = section === undefined ? path : [section];
  const around = wanted.slice(0, depthOf(wanted, root)).join('.');
  return around === (unread.isWhole ? unread.path.slice(0, -1) : unread.path).join('.');
}

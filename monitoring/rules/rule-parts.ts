import type { Environment } from '../../src/model/environment.ts';
import type { Observability } from '../../src/model/observability.ts';
import type { RuleGroup } from '../forms/rule.ts';
import { perEnvironment } from '../per-environment.ts';
import { ruleFiles, ruleFileText } from './write.ts';

/** A rule file that fits a ConfigMap. */
export interface RulePart {
  /** `services`, and `services-2`, `services-3` for what did not fit. */
  readonly name: string;
  readonly groups: readonly RuleGroup[];
  readonly text: string;
}

/**
 * What a ConfigMap may hold: an object is applied with a copy of itself as JSON, and of that Kubernetes takes 256 KiB:
 * https://github.com/kubernetes/apimachinery/blob/master/pkg/api/validation/objectmeta.go
 */
const MOST_BYTES = 240 * 1024;

/** Every rule file of an environment in parts that fit; none where nothing watches it. */
export const ruleParts = perEnvironment((environment: Environment): readonly RulePart[] => {
  const { observability } = environment;
  if (!observability) return [];
  return [...ruleFiles(environment)].flatMap(([file, groups]) => inParts(file, groups, observability));
});

/** A rule file in parts that fit; a group stays whole. */
export function inParts(
  file: string,
  groups: readonly RuleGroup[],
  observability: Observability,
): readonly RulePart[] {
  const text = ruleFileText(groups, observability);
  if (sizeAsJson(text) <= MOST_BYTES) return [{ name: file, groups, text }];
  return packed(groups, observability).map((part, index) => ({
    name: index === 0 ? file : `${file}-${index + 1}`,
    groups: part,
    text: ruleFileText(part, observability),
  }));
}

function packed(
  groups: readonly RuleGroup[],
  observability: Observability,
): readonly (readonly RuleGroup[])[] {
  const parts: RuleGroup[][] = [];
  let room = 0;
  for (const group of groups) {
    const size = sizeAsJson(ruleFileText([group], observability));
    if (size > room) {
      parts.push([]);
      room = MOST_BYTES;
    }
    parts.at(-1)?.push(group);
    room -= size;
  }
  return parts;
}

function sizeAsJson(text: string): number {
  return new TextEncoder().encode(JSON.stringify(text)).length;
}

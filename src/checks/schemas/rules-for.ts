import type { RuleTests } from './shape.ts';

/** What evaluates rules, where definitions have any: the language is loaded for no others. */
export async function rulesFor(definitions: object): Promise<RuleTests | undefined> {
  if (!JSON.stringify(definitions).includes('"x-kubernetes-validations":[')) return undefined;
  return (await import('./cel-rules.ts')).ruleTests;
}

import { parser } from '@prometheus-io/lezer-promql';
import { EXPECTED, text } from './field.ts';
import { featureFault } from './promql-features.ts';
import { literalFault } from './promql-literals.ts';
import { modifierFault } from './promql-modifiers.ts';
import { rangeFault } from './promql-ranges.ts';
import { typeFault } from './promql-types.ts';
import type { QueryFault } from './query-fault.ts';

/** A query in PromQL. What the Prometheus that Charthouse pins would refuse is told with its place. */
export const promql = text('a query in PromQL', /\S/, 4000).superRefine((query, context) => {
  const fault = faultOf(query);
  if (fault === undefined) return;
  const params = { suggestion: withoutVariables(query) };
  context.addIssue({ code: 'custom', message: EXPECTED + fault, params });
});

/** Grafana fills in variables; Prometheus, which records the query and judges its alert, knows none. */
function withoutVariables(query: string): string | undefined {
  const [variable] = /\$\w+|\{\{.*?\}\}/.exec(query) ?? [];
  if (variable === undefined) return undefined;
  const instead = /interval|range/.test(variable) ? 'a duration such as 5m' : 'what it stands for';
  return `${instead} in place of \`${variable}\`: Prometheus knows no variables`;
}

function faultOf(query: string): string | undefined {
  const tree = parser.parse(query);
  const at = unreadable(tree);
  if (at === undefined) {
    const fault = rangeFault(query, tree) ?? ruleFault(query, tree) ?? typeFault(query, tree);
    return fault && `PromQL; ${fault.message}, at ${placeIn(query, fault.at)}`;
  }
  const rest = query.slice(at).trim().split('\n')[0] ?? '';
  if (rest === '') return `PromQL; this ends too early, at ${placeIn(query, at)}`;
  return `PromQL; it cannot be read from ${placeIn(query, at)} on, \`${rest.slice(0, LONGEST_EXCERPT)}\``;
}

const LONGEST_EXCERPT = 40;

/** The first part of a query that breaks a rule of Prometheus which needs no types. */
function ruleFault(query: string, tree: ReturnType<typeof parser.parse>): QueryFault | undefined {
  let fault: QueryFault | undefined;
  tree.iterate({
    enter: ({ node }) => {
      fault ??= featureFault(query, node) ?? modifierFault(query, node) ?? literalFault(query, node);
    },
  });
  return fault ?? textFault(tree);
}

/** A rule records numbers. */
function textFault(tree: ReturnType<typeof parser.parse>): QueryFault | undefined {
  let node = tree.topNode.firstChild;
  while (node?.name === 'ParenExpr') node = node.firstChild;
  return node?.name === 'StringLiteral' ? { at: node.from, message: 'a text is no number' } : undefined;
}

/** Where the parser first found something else than it could use, or missed something. */
function unreadable(tree: ReturnType<typeof parser.parse>): number | undefined {
  let first: number | undefined;
  tree.iterate({
    enter: ({ type, from }) => {
      if (type.isError) first ??= from;
    },
  });
  return first;
}

function placeIn(query: string, at: number): string {
  const lines = query.slice(0, at).split('\n');
  const character = `character ${(lines.at(-1) ?? '').length + 1}`;
  return query.trim().includes('\n') ? `line ${lines.length}, ${character}` : character;
}

import type { SyntaxNode } from '@lezer/common';
import type { QueryFault } from './query-fault.ts';

/**
 * What the grammar has and Prometheus 3.14 refuses without a feature flag; none is set where Charthouse runs it, and a
 * single such query keeps it from loading any rule: https://prometheus.io/docs/prometheus/latest/feature_flags/
 */
export function featureFault(query: string, node: SyntaxNode): QueryFault | undefined {
  const what = experimental(query, node);
  return what === undefined
    ? undefined
    : { at: node.from, message: `${what} is experimental, and Prometheus refuses it without a feature flag` };
}

function experimental(query: string, node: SyntaxNode): string | undefined {
  const name = query.slice(node.from, node.to);
  switch (node.name) {
    case 'FunctionIdentifier':
      return FUNCTIONS.has(name) ? `\`${name}\`` : undefined;
    case 'AggregateOp':
      return /^limit_?(?:k|ratio)$/i.test(name) ? `\`${name}\`` : undefined;
    case 'FillModifier':
      return '`fill`';
    case 'AnchoredExpr':
      return '`anchored`';
    case 'SmoothedExpr':
      return '`smoothed`';
    case 'DurationExpr':
    case 'OffsetDurationExpr':
      return isPlainDuration(node) ? undefined : 'a duration that is an expression';
    default:
      return undefined;
  }
}

/** `Experimental: true` in promql/parser/functions.go of Prometheus 3.14.0. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  'double_exponential_smoothing',
  'end',
  'histogram_quantiles',
  'info',
  'mad_over_time',
  'max_of',
  'min_of',
  'range',
  'sort_by_label',
  'sort_by_label_desc',
  'start',
  'start_timestamp',
  'step',
  'ts_of_first_over_time',
  'ts_of_last_over_time',
  'ts_of_max_over_time',
  'ts_of_min_over_time',
]);

/** One number with a unit, and a sign before it or not. */
function isPlainDuration(node: SyntaxNode): boolean {
  let only = node.firstChild;
  if (only?.name === 'UnaryOp') only = only.nextSibling;
  if (!only || only.nextSibling) return false;
  if (only.name === 'NumberDurationLiteralInDurationContext') return true;
  return node.firstChild?.name === 'UnaryOp' && only.name === node.name && isPlainDuration(only);
}

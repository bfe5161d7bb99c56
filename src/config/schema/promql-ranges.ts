import type { SyntaxNode, Tree } from '@lezer/common';
import type { QueryFault } from './query-fault.ts';

/**
 * The first range (`[5m]`) that stands where Prometheus takes none, or is missing where it wants one. Grammars do not
 * tell, and a single such query keeps Prometheus from loading any rule of the file.
 */
export function rangeFault(query: string, tree: Tree): QueryFault | undefined {
  let fault: QueryFault | undefined;
  tree.iterate({
    enter: ({ node }) => {
      fault ??= node.name === 'FunctionCall' ? missingRange(query, node) : strayRange(node);
    },
  });
  return fault;
}

/** Functions of ranges (https://prometheus.io/docs/prometheus/latest/querying/functions/), by their names in the grammar. */
const OF_RANGES =
  /^(?:\w*OverTime|Changes|Delta|Deriv|DoubleExponentialSmoothing|Idelta|Increase|Irate|PredictLinear|Rate|Resets)$/;

function isOfRanges(call: SyntaxNode | null): boolean {
  const name = call?.getChild('FunctionIdentifier')?.firstChild?.name ?? '';
  return OF_RANGES.test(name);
}

function missingRange(query: string, call: SyntaxNode): QueryFault | undefined {
  if (!isOfRanges(call)) return undefined;
  for (
    let argument = call.getChild('FunctionCallBody')?.firstChild;
    argument;
    argument = argument.nextSibling
  ) {
    if (isRange(argument)) return undefined;
  }
  const name = query.slice(call.from, call.getChild('FunctionCallBody')?.from ?? call.to).trim();
  return { at: call.from, message: `\`${name}\` wants a range, such as [5m], behind a metric` };
}

function strayRange(node: SyntaxNode): QueryFault | undefined {
  if (!RANGES.has(node.name)) return undefined;
  let around = node.parent;
  while (around && WRAPPERS.has(around.name)) around = around.parent;
  const isArgument = around?.name === 'FunctionCallBody' && isOfRanges(around.parent);
  return isArgument ? undefined : { at: node.from, message: 'a range belongs into a function such as rate' };
}

const RANGES = new Set(['MatrixSelector', 'SubqueryExpr']);

/** What a range stays one in. */
const WRAPPERS = new Set(['ParenExpr', 'OffsetExpr', 'StepInvariantExpr']);

function isRange(node: SyntaxNode): boolean {
  if (RANGES.has(node.name)) return true;
  return WRAPPERS.has(node.name) && node.firstChild !== null && isRange(node.firstChild);
}

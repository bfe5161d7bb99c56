import type { SyntaxNode } from '@lezer/common';
import type { QueryFault } from './query-fault.ts';

/** Rules of Prometheus on what may stand before a range, an offset, `@`, a sign, and on how many aggregations take. */
export function modifierFault(query: string, node: SyntaxNode): QueryFault | undefined {
  const message = RULES[node.name]?.(node, query);
  return message === undefined ? undefined : { at: node.from, message };
}

const RULES: Readonly<Record<string, (node: SyntaxNode, query: string) => string | undefined>> = {
  MatrixSelector: ({ firstChild }) =>
    firstChild?.name === 'VectorSelector'
      ? undefined
      : 'a range stands behind a metric alone; behind anything else it needs a step, as in [1h:5m]',
  OffsetExpr: (node) => wrongTarget(node, 'offset'),
  StepInvariantExpr: (node) => wrongTarget(node, '@'),
  UnaryExpr: ({ lastChild }) =>
    lastChild && RANGES.has(selected(lastChild)?.name ?? '') ? 'a range can have no sign' : undefined,
  AggregateExpr: wrongCount,
};

const RANGES: ReadonlySet<string> = new Set(['MatrixSelector', 'SubqueryExpr']);
const SELECTORS: ReadonlySet<string> = new Set(['VectorSelector', ...RANGES]);
const MODIFIERS: ReadonlySet<string> = new Set(['OffsetExpr', 'StepInvariantExpr']);

function wrongTarget(node: SyntaxNode, modifier: string): string | undefined {
  let inner = below(node);
  for (; inner && isAround(inner); inner = below(inner)) {
    if (inner.name === node.name) return `\`${modifier}\` stands here twice`;
  }
  return SELECTORS.has(inner?.name ?? '')
    ? undefined
    : `\`${modifier}\` stands right behind a metric, its range, or [1h:5m], and nothing else`;
}

/** What offsets, `@` and signs are about. */
function selected(node: SyntaxNode): SyntaxNode | null {
  let inner: SyntaxNode | null = node;
  while (inner && isAround(inner)) inner = below(inner);
  return inner;
}

function isAround({ name }: SyntaxNode): boolean {
  return MODIFIERS.has(name) || OPERATIONS.has(name);
}

/** The grammar for editors lets offsets bind less than operators do: `a - a offset 1d` is about the second of the two. */
function below(node: SyntaxNode): SyntaxNode | null {
  return OPERATIONS.has(node.name) ? node.lastChild : node.firstChild;
}

const OPERATIONS: ReadonlySet<string> = new Set(['BinaryExpr', 'UnaryExpr']);

const WITH_PARAMETER: ReadonlySet<string> = new Set(['topk', 'bottomk', 'quantile', 'count_values']);

function wrongCount(node: SyntaxNode, query: string): string | undefined {
  const operator = node.getChild('AggregateOp');
  const body = node.getChild('FunctionCallBody');
  if (!operator || !body) return undefined;
  const name = query.slice(operator.from, operator.to).toLowerCase();
  let count = 0;
  for (let argument = body.firstChild; argument; argument = argument.nextSibling) {
    if (argument.name !== 'LineComment') count += 1;
  }
  const wanted = WITH_PARAMETER.has(name) ? 2 : 1;
  return count === wanted
    ? undefined
    : `\`${name}\` takes ${wanted === 1 ? 'one argument' : 'two arguments'}, not ${count}`;
}

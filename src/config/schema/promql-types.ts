import type { Tree } from '@lezer/common';
import { Parser } from '@prometheus-io/codemirror-promql/dist/cjs/parser/index.js';
import type { QueryFault } from './query-fault.ts';

/**
 * What Prometheus' own checker for editors has against a query that can be read: types, numbers of arguments, `bool`,
 * matching of vectors. It is made for an editor, and asks it for no more than the tree and parts of the text.
 */
export function typeFault(query: string, tree: Tree): QueryFault | undefined {
  const editor = {
    field: () => ({ tree }),
    sliceDoc: (from: number, to: number) => query.slice(from, to),
  };
  const parser = new Parser(editor as unknown as ConstructorParameters<typeof Parser>[0]);
  parser.analyze();
  const fault = parser.getDiagnostics().find(({ severity }) => severity === 'error');
  return fault && { at: fault.from, message: fault.message };
}

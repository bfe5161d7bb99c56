import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

/** What a test wants to know of a query. */
export interface ParsedQuery {
  /** Where its syntax is wrong, as `at 12: "by (x"`; empty when it is right. */
  readonly errors: readonly string[];
  /** Names of the metrics it asks for, each once. */
  readonly metrics: readonly string[];
  /** Values that `job` must have exactly. */
  readonly jobs: readonly string[];
  /** Lengths of ranges, as they are written: `5m`. */
  readonly ranges: readonly string[];
}

/** What stands for Grafana's own interval: the least it can be, four scrapes. */
const RATE_INTERVAL = '2m';

/** Reads PromQL with the grammar that Prometheus' own editor has, Grafana's variables filled in first. */
export function parseQuery(query: string): ParsedQuery {
  const text = query.replaceAll('$__rate_interval', RATE_INTERVAL).replace(/"\$[a-z]+"/g, '"picked"');
  const found = {
    errors: [] as string[],
    metrics: new Set<string>(),
    jobs: new Set<string>(),
    ranges: [] as string[],
  };
  parser.parse(text).iterate({
    enter({ name, type, from, to, node }) {
      const own = text.slice(from, to);
      if (type.isError) found.errors.push(`at ${from}: ${JSON.stringify(text.slice(from, from + 30))}`);
      else if (name === 'VectorSelector') addMetric(node, text, found.metrics);
      else if (name === 'UnquotedLabelMatcher') addJob(own, found.jobs);
      else if (name === 'MatrixSelector') found.ranges.push(/\[([^\]]+)\]$/.exec(own)?.[1] ?? own);
    },
  });
  return { ...found, metrics: [...found.metrics], jobs: [...found.jobs] };
}

function addMetric(selector: SyntaxNode, text: string, metrics: Set<string>): void {
  const name = selector.getChild('Identifier');
  metrics.add(name ? text.slice(name.from, name.to) : '');
}

function addJob(matcher: string, jobs: Set<string>): void {
  const job = /^job="([^"]+)"$/.exec(matcher)?.[1];
  if (job !== undefined) jobs.add(job);
}

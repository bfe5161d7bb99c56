/** A proof that was run or skipped. */
export interface Row {
  readonly name: string;
  readonly verdict: 'holds' | 'FAILED' | 'skipped';
  /** What was tried, or why not. */
  readonly result: string;
  readonly seconds: number;
}

/** Results as a table in Markdown, to be read on a terminal and in the summary of a workflow. */
export function resultTable(rows: readonly Row[]): string {
  const cells = rows.map(({ name, verdict, result, seconds }) => [
    name,
    verdict,
    verdict === 'skipped' ? '' : `${seconds.toFixed(0)} s`,
    result.replaceAll('|', '\\|').replaceAll('\n', ' '),
  ]);
  const all = [['proof', 'verdict', 'took', 'result'], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|---|`;
  const [head = [], ...rest] = all;
  return [line(head), rule, ...rest.map(line)].join('\n');
}

import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = 'docs/proofs.md';

/** Puts what a proof found between its markers in `docs/proofs.md`, as a date-free text: `npm run prove -- --docs`. */
export function putReport(name: string, report: string): void {
  writeFileSync(PAGE, withReport(readFileSync(PAGE, 'utf8'), name, report));
}

/** The page with another text between the markers of a proof; a page without them is a mistake. */
export function withReport(page: string, name: string, report: string): string {
  const [start, end] = [
    `<!-- proof ${name}: made by npm run prove -- ${name} --docs -->`,
    `<!-- /proof ${name} -->`,
  ];
  const [before, rest] = page.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} has no ${start} ... ${end}`);
  return `${before}${start}\n\n${report.trim()}\n\n${end}${after}`;
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en-US') : cell)).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

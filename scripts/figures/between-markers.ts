import { readFileSync, writeFileSync } from 'node:fs';

const START = '<!-- figures: made by npm run figures -->';
const END = '<!-- /figures -->';

/** Puts a table between the markers of a page; with `isCheck` it writes nothing, and says when the page says otherwise. */
export function putFigures(path: string, table: readonly string[], isCheck: boolean): void {
  const page = readFileSync(path, 'utf8');
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${path} has no ${START} ... ${END}`);
  const updated = `${before}${START}\n\n${table.join('\n')}\n\n${END}${after}`;
  if (!isCheck) writeFileSync(path, updated);
  else if (updated !== page) {
    console.error(`the figures in ${path} are stale: run npm run figures`);
    process.exitCode = 1;
  }
}

/** A row of a table; nothing in place of zero. */
export function figuresRow(name: string, figures: readonly number[]): string {
  const cells = figures.map((figure) => (figure === 0 ? '' : figure.toLocaleString('en-US')));
  return `| ${name} | ${cells.join(' | ')} |`;
}

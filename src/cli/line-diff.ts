/**
 * How a text becomes another, line by line, as `diff` writes it: lines that stay behind two spaces, those that go behind
 * `- `, those that come behind `+ `. For short texts: the time grows with the product of their lengths.
 */
export function lineDiff(before: string, after: string): string {
  const [from, to] = [linesOf(before), linesOf(after)];
  const common = commonLengths(from, to);
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const isSame = i < from.length && j < to.length && from[i] === to[j];
    if (isSame) {
      lines.push(`  ${from[i]}`);
      i += 1;
      j += 1;
    } else if (
      j >= to.length ||
      (i < from.length && lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))
    ) {
      lines.push(`- ${from[i]}`);
      i += 1;
    } else {
      lines.push(`+ ${to[j]}`);
      j += 1;
    }
  }
  return lines.join('\n');
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** At [i][j]: how many lines the rests from i and from j have in common, in order. */
function commonLengths(from: readonly string[], to: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: from.length + 1 }, () => Array(to.length + 1).fill(0));
  for (let i = from.length - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? [];
    for (let j = to.length - 1; j >= 0; j -= 1) {
      row[j] =
        from[i] === to[j]
          ? lengthAt(rows, i + 1, j + 1) + 1
          : Math.max(lengthAt(rows, i + 1, j), lengthAt(rows, i, j + 1));
    }
  }
  return rows;
}

function lengthAt(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

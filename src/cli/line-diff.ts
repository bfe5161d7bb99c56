import { diffLines } from 'diff';

/**
 * How a text becomes another, line by line, as `diff` writes it: lines that stay behind two spaces, those that go behind
 * `- `, those that come behind `+ `.
 */
export function lineDiff(before: string, after: string): string {
  return diffLines(ended(before), ended(after))
    .flatMap(({ added, removed, value }) => {
      const sign = added ? '+ ' : removed ? '- ' : '  ';
      return value
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `${sign}${line}`);
    })
    .join('\n');
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

import { visible } from './visible.ts';

/** Text in a cell of a Markdown table that reads as it is, whatever it holds: no markup, no HTML, nobody is notified. */
export function text(value: string): string {
  return oneLine(value)
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_{}[\]()#+!|~$]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/@(?=\w)/g, '<span>@</span>');
}

/** The same as code. GitHub splits cells before it reads code, so that pipes need a backslash even there. */
export function code(value: string): string {
  const line = oneLine(value).replaceAll('|', '\\|');
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const isTouching = /^`|`$|^ .* $/.test(line);
  return isTouching ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** A table ends where a line does. */
function oneLine(value: string): string {
  return visible(value.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' '));
}

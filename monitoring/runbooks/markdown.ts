/** Stands in each page. A folder with a file that lacks it holds something else, and is not replaced. */
export const MADE_BY = '<!-- made by charthouse runbooks -->';

/** Steps as a numbered list. */
export function numbered(steps: readonly string[]): string {
  return steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
}

/** A block of code. */
export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}

/** Text as code within a line. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** An alert's text as people read it before it fires: `{{ $labels.service }}` is `<service>`, `{{ $value ... }}` a value. */
export function plainTemplate(text: string): string {
  return text
    .replace(/\{\{-?\s*\$labels\.([A-Za-z_][A-Za-z0-9_]*)[^}]*\}\}/g, '`<$1>`')
    .replace(/\{\{-?\s*\$value[^}]*\}\}/g, '`<value>`');
}

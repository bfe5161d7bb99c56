/** The registry of checks with one more: its import in the order of the others, and the check at the end of the list. */
export function registerCheck(registry: string, name: string, constant: string): string {
  const line = `import { ${constant} } from './${name}/check.ts';`;
  const lines = registry.split('\n');
  const isLater = (text: string) => text.startsWith('import ') && pathOf(text) > pathOf(line);
  const found = lines.findIndex(isLater);
  const at = found < 0 ? lines.findLastIndex((text) => text.startsWith('import ')) + 1 : found;
  const withImport = lines.toSpliced(at, 0, line).join('\n');
  const registered = withImport.replace(/,?\n?\];\n$/, (end) =>
    end.includes('\n]') ? `,\n  ${constant},\n];\n` : `, ${constant}];\n`,
  );
  if (registered === withImport) throw new Error('src/checks/index.ts does not end with its list');
  return registered;
}

function pathOf(line: string): string {
  return /'(.*)'/.exec(line)?.[1] ?? '';
}

/** A registry of exports with the line of one more, in the order of the alphabet: `export { helm } from './helm/output.ts';`. */
export function registerExport(registry: string, constant: string, path: string): string {
  const line = `export { ${constant} } from '${path}';`;
  const lines = registry.trimEnd().split('\n');
  const found = lines.findIndex((other) => pathOf(other) > path);
  return `${lines.toSpliced(found < 0 ? lines.length : found, 0, line).join('\n')}\n`;
}

function pathOf(line: string): string {
  const path = /^export \{ \w+ \} from '(.*)';$/.exec(line)?.[1];
  if (path === undefined) throw new Error(`the registry has a line that registers nothing: ${line}`);
  return path;
}

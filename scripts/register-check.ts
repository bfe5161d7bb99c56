/** The registry of checks with the line of one more, in the order of the alphabet. */
export function registerCheck(registry: string, name: string, constant: string): string {
  const line = `export { ${constant} } from './${name}/check.ts';`;
  const lines = registry.trimEnd().split('\n');
  const found = lines.findIndex((other) => pathOf(other) > pathOf(line));
  return `${lines.toSpliced(found < 0 ? lines.length : found, 0, line).join('\n')}\n`;
}

function pathOf(line: string): string {
  const path = /^export \{ \w+ \} from '(.*)';$/.exec(line)?.[1];
  if (path === undefined) throw new Error(`src/checks/index.ts has a line that registers no check: ${line}`);
  return path;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A command that a page tells people to run, as words. */
export interface DocumentedCommand {
  readonly page: string;
  readonly text: string;
  readonly words: readonly string[];
}

/** Pages that people read. Runbooks are made from rules, whose own tests run what they print. */
const PAGES = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('runbooks'))
    .map((name) => join('docs', name)),
].sort();

/** Every command in the shell blocks of pages, and every mention of `charthouse COMMAND` in a sentence or a table. */
export function documentedCommands(): readonly DocumentedCommand[] {
  return PAGES.flatMap((page) => {
    const text = readFileSync(page, 'utf8');
    const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)].flatMap(([, language = '', body = '']) =>
      linesOf(language, body),
    );
    const mentions = [
      ...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`((?:charthouse|npm run|npx) [^`\n]+)`/g),
    ];
    return [...blocks, ...mentions.map(([, mention = '']) => mention)]
      .flatMap((line) => line.split(/ && |; /))
      .map((command) => command.trim())
      .filter((command) => command !== '')
      .map((command) => ({
        page,
        text: command,
        words: command.split(/\s+/).map((word) => word.replaceAll('"', '')),
      }));
  });
}

function linesOf(language: string, body: string): readonly string[] {
  const lines = body
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map(withoutRemark);
  if (language === 'console')
    return lines.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2));
  if (language === 'sh') return lines.filter((line) => !line.startsWith('#'));
  return language === '' ? lines.filter((line) => /^charthouse [a-z]/.test(line)) : [];
}

/** A remark comes after `#` or, in a list of commands, after a gap. */
function withoutRemark(line: string): string {
  return line.replace(/\s+#.*$/, '').replace(/\s{3,}.*$/, '');
}

import type { Command } from 'commander';

/** Has a command and those below it tell a mistake in one line: what is wrong, the likely word, and where help is. */
export function tellMistakesPlainly(command: Command, name = command.name()): void {
  command.configureOutput({
    outputError: (text, write) =>
      write(`charthouse: ${inOneLine(text)}${known(command, text)} (${name} --help shows what there is)\n`),
  });
  for (const below of command.commands) tellMistakesPlainly(below, `${name} ${below.name()}`);
}

/** A word for a command that is not like any of ours is most likely another tool's. */
function known({ commands }: Command, text: string): string {
  if (!text.startsWith('error: unknown command') || text.includes('Did you mean')) return '';
  return `; there are: ${commands.map((command) => command.name()).join(', ')}`;
}

function inOneLine(text: string): string {
  return text
    .trim()
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.+)\?\)$/s, '; did you mean $1?')
    .replaceAll('\n', ' ');
}

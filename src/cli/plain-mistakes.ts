import type { Command } from 'commander';

/** Has a command and those below it tell a mistake in one line: what is wrong, the likely word, and where help is. */
export function tellMistakesPlainly(command: Command, name = command.name()): void {
  command.configureOutput({
    outputError: (text, write) =>
      write(`charthouse: ${inOneLine(text)} (${name} --help shows what there is)\n`),
  });
  for (const below of command.commands) tellMistakesPlainly(below, `${name} ${below.name()}`);
}

function inOneLine(text: string): string {
  return text
    .trim()
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.+)\?\)$/s, '; did you mean $1?')
    .replaceAll('\n', ' ');
}

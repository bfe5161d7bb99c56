import type { Command } from 'commander';
import { UsageError } from '../../io/usage-error.ts';
import { type CheckPage, TOPICS } from '../../model/check.ts';
import { checkPages } from '../../pipeline/judge.ts';
import { nearest } from '../../words/nearest.ts';
import { casesOf } from '../check-cases.ts';
import { lineDiff } from '../line-diff.ts';

/** Adds `charthouse explain-check [name]`. */
export function addExplainCheck(program: Command): void {
  program
    .command('explain-check')
    .description(
      'say what a check is about, why, and how to mend what it finds; without a name, list all checks',
    )
    .argument('[name]', 'name of a check, as findings show it, or of a topic')
    .action((name: string | undefined) => {
      const topics = TOPICS.filter((topic) => name === undefined || name === topic);
      console.log(topics.length > 0 || name === undefined ? listText(topics) : pageText(findPage(name)));
    });
}

function findPage(name: string): CheckPage {
  const page = checkPages.find((candidate) => candidate.name === name);
  if (page) return page;
  const names = checkPages.map((candidate) => candidate.name);
  const guess = nearest(name, names);
  throw new UsageError(
    `no check ${name}; ${guess ? `did you mean ${guess}?` : 'charthouse explain-check lists all'}`,
  );
}

function listText(wanted: readonly string[]): string {
  const width = Math.max(...checkPages.map(({ name }) => name.length));
  const topics = wanted.map((topic) => ({ topic, pages: checkPages.filter((page) => page.topic === topic) }));
  return topics
    .filter(({ pages }) => pages.length > 0)
    .map(({ topic, pages }) => {
      const lines = pages.map(
        ({ name, severity, summary }) => `  ${name.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`,
      );
      return [topic, ...lines].join('\n');
    })
    .join('\n\n');
}

function pageText({ name, topic, severity, summary, why, fix, sources }: CheckPage): string {
  const examples = casesOf(name).map(
    (example) =>
      `${example.name} (- found, + mended):\n${indented(lineDiff(example.broken, example.mended))}`,
  );
  return [
    `${name} (${topic}, ${severity} unless the platform says otherwise)`,
    summary,
    `Why: ${why}`,
    `To mend it: ${fix}`,
    ...examples,
    ...(sources.length > 0 ? [['Sources:', ...sources.map((source) => `  ${source}`)].join('\n')] : []),
  ].join('\n\n');
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

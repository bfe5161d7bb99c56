import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { casesOf } from '../src/cli/check-cases.ts';
import { lineDiff } from '../src/cli/line-diff.ts';
import { type CheckPage, TOPICS } from '../src/model/check.ts';
import { checkPages } from '../src/pipeline/judge.ts';

/** What `docs/checks.md` holds: how to use the checks, and each check with its first case as an example. */
export function checksReference(): string {
  const intro = readFileSync(join(import.meta.dirname, 'checks-intro.md'), 'utf8').trim();
  const topics = TOPICS.map((topic) => checkPages.filter((page) => page.topic === topic));
  const found = topics.filter((pages) => pages.length > 0);
  return [
    '# The checks',
    'Made by `npm run schema` from `scripts/checks-intro.md` and the checks in `src/checks`; do not edit.',
    intro,
    `## All ${checkPages.length} checks`,
    tableOf(found.flat()),
    ...found.flatMap((pages) => [`## ${pages[0]?.topic}`, ...pages.map(pageOf)]),
    '',
  ].join('\n\n');
}

function tableOf(pages: readonly CheckPage[]): string {
  const rows = pages.map(
    ({ name, topic, severity, summary }) =>
      `| ${topic} | [${name}](#${name}) | ${severity} | ${summary.replaceAll('|', '\\|')} |`,
  );
  return ['| topic | check | severity | when it passes |', '|---|---|---|---|', ...rows].join('\n');
}

function pageOf({ name, severity, summary, why, fix, sources }: CheckPage): string {
  const [example] = casesOf(name);
  const links = sources.map((source) => `- <${source}>`);
  return [
    `### ${name}`,
    `**${severity}.** ${summary}`,
    why,
    `To mend it: ${fix}`,
    ...(example ? [['```diff', lineDiff(example.broken, example.mended), '```'].join('\n')] : []),
    ...(links.length > 0 ? [links.join('\n')] : []),
  ].join('\n\n');
}

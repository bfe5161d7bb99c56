import type { NamespaceRights } from '../../src/access/who-may.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { FileTree } from '../../src/model/manifest.ts';
import { namespaceRights, withRunners } from './commands.ts';
import { indexPage } from './index-page.ts';
import { code, fenced, MADE_BY, numbered, plainTemplate } from './markdown.ts';
import { type Occurrence, occurrencesOf } from './occurrence.ts';

/**
 * The runbooks of a platform: a page for each alert that any of its environments has, by the name its `runbook_url`
 * ends with, and an index. Empty for a platform that nothing watches.
 */
export function renderRunbooks(platform: string, environments: readonly Environment[]): FileTree {
  const alerts = occurrencesOf(environments);
  if (alerts.size === 0) return new Map();
  const rightsIn = namespaceRights(environments);
  const pages = [...alerts].map(([alert, forms]) => [`${alert}.md`, page(alert, forms, rightsIn)] as const);
  return new Map([['README.md', indexPage(platform, alerts)], ...pages]);
}

/** Forms that people are to treat alike share their advice; what differs is told per form. */
function page(
  alert: string,
  forms: readonly Occurrence[],
  rightsIn: (namespace: string) => NamespaceRights,
): string {
  const [first] = forms as readonly [Occurrence];
  const { runbook } = first.rule;
  const steps = (written: readonly string[]) => numbered(written.map((step) => withRunners(step, rightsIn)));
  const parts = [
    `# ${alert}`,
    MADE_BY,
    plainTemplate(first.rule.summary),
    `## What it means\n\n${runbook.impact}`,
    `## When it fires\n\n${forms.map(formText).join('\n\n')}`,
    `## Look at\n\n${steps(runbook.diagnosis)}`,
    askText(forms),
    `## Do\n\n${steps(runbook.mitigation)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function formText({ rule, environments }: Occurrence): string {
  const labels = Object.entries(rule.labels ?? {}).map(([label, value]) => ` ${code(`${label}=${value}`)}`);
  const after = rule.for === '0s' ? 'at once' : `after ${rule.for}`;
  const head = `**${rule.severity}**${labels.join('')}, ${after}, in ${environments.join(', ')}: ${plainTemplate(rule.description)}`;
  return `${head}\n\n${fenced('promql', rule.expr)}`;
}

/** Questions of all forms, each once: those of one service differ from those of another. */
function askText(forms: readonly Occurrence[]): string {
  const queries = new Map(
    forms.flatMap(({ rule }) => rule.runbook.queries.map(({ query, tells }) => [query, tells] as const)),
  );
  if (queries.size === 0) return '';
  const questions = [...queries].map(([query, tells]) => `${tells}\n\n${fenced('promql', query)}`);
  return `## Ask Prometheus\n\n${questions.join('\n\n')}`;
}

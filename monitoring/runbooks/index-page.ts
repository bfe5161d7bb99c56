import { MADE_BY, plainTemplate } from './markdown.ts';
import type { Occurrence } from './occurrence.ts';

const ORDER = ['critical', 'warning', 'info', 'none'] as const;

/** The list of all runbooks of a platform, most urgent first. */
export function indexPage(platform: string, alerts: ReadonlyMap<string, readonly Occurrence[]>): string {
  const rows = ORDER.flatMap((severity) =>
    [...alerts].flatMap(([alert, forms]) => {
      const own = forms.filter(({ rule }) => rule.severity === severity);
      const [first] = own;
      if (!first) return [];
      const environments = [...new Set(own.flatMap((form) => form.environments))];
      const summary = plainTemplate(first.rule.summary).replaceAll('|', '\\|');
      return [`| [${alert}](${alert}.md) | ${severity} | ${environments.join(', ')} | ${summary} |`];
    }),
  );
  const head = ['| alert | severity | in | |', '|---|---|---|---|'];
  const title = `# Runbooks of ${platform}`;
  const intro = `One page for each of the ${alerts.size} alerts; an alert links to its own.`;
  return `${[title, '', MADE_BY, '', intro, '', ...head, ...rows].join('\n')}\n`;
}

import { dashboards } from '../../monitoring/dashboards/dashboards.ts';
import { isAlert } from '../../monitoring/forms/rule.ts';
import { ruleFiles } from '../../monitoring/rules/write.ts';
import { scrapeConfigs } from '../../monitoring/scrape/scrape-configs.ts';
import type { Environment } from '../../src/model/environment.ts';
import { figuresRow } from './between-markers.ts';

/** How much watches each environment. An alert has at least one test in which it fires, and one in which it does not. */
export function watchedTable(environments: readonly Environment[]): readonly string[] {
  return [
    '| | scrape jobs | recording rules | alerts | tests of alerts | dashboards | panels |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...environments
      .filter(({ observability }) => observability !== undefined)
      .map((environment) =>
        figuresRow(`${environment.platform}/${environment.name}`, figuresOf(environment)),
      ),
  ];
}

function figuresOf(environment: Environment): readonly number[] {
  const rules = [...ruleFiles(environment).values()].flat().flatMap((group) => group.rules);
  const alerts = rules.filter(isAlert);
  const tests = alerts.reduce((sum, { test }) => sum + 1 + test.quiet.length, 0);
  const boards = dashboards(environment);
  const panels = boards.reduce((sum, { json }) => sum + panelsIn(json), 0);
  const jobs = scrapeConfigs(environment).length;
  return [jobs, rules.length - alerts.length, alerts.length, tests, boards.length, panels];
}

/** Headings of rows aside. */
function panelsIn(json: string): number {
  const { panels } = JSON.parse(json) as { readonly panels: readonly { readonly type: string }[] };
  return panels.filter(({ type }) => type !== 'row').length;
}

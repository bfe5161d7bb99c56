import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { observedShop } from '../../test/observed-shop.ts';
import { amtool, hasAmtool, inFolder } from './amtool.fixture.ts';
import { filledBy } from './templates-text.ts';

if (!hasAmtool) process.stderr.write('messages about alerts are not proven: amtool is not on PATH\n');

const LABELS = {
  alertname: 'ServiceHighErrorRate',
  environment: 'production',
  platform: 'shop',
  service: 'api',
  severity: 'critical',
};

const ANNOTATIONS = {
  summary: 'More than 5% of the requests to api fail & rise',
  description: 'Answers <code> other than 2xx: 7.3% > 5%',
  runbook_url: 'https://git.shop.example/runbooks/ServiceHighErrorRate.md',
  dashboard_url: 'https://grafana.shop.example/d/service-api',
};

function alerts(status: string, count: number): object {
  return {
    status,
    receiver: 'team',
    groupLabels: { alertname: LABELS.alertname, service: 'api' },
    commonLabels: LABELS,
    commonAnnotations: ANNOTATIONS,
    externalURL: 'http://alertmanager',
    alerts: Array.from({ length: count }, (_, index) => ({
      status,
      labels: { ...LABELS, pod: `api-${index}` },
      annotations: ANNOTATIONS,
      startsAt: '2026-03-02T10:15:00Z',
      endsAt: '2026-03-02T10:30:00Z',
    })),
  };
}

type Template = Parameters<typeof filledBy>[0];

function rendered(template: Template, data: object): Promise<string> {
  return inFolder(observedShop(), (folder) => {
    const file = join(folder, 'data.json');
    writeFileSync(file, JSON.stringify(data));
    const { isFine, text } = amtool(
      ...['template', 'render', `--template.glob=${folder}/templates/*.tmpl`, `--template.data=${file}`],
      `--template.type=${template === 'mail.html' ? 'html' : 'text'}`,
      `--template.text=${filledBy(template)}`,
    );
    if (!isFine) throw new Error(text);
    return `${text}\n`;
  });
}

const CASES: readonly (readonly [Template, string, number, readonly string[]])[] = [
  ['title', 'firing', 1, ['[critical] shop production: ServiceHighErrorRate, service api\n']],
  ['title', 'firing', 3, ['[critical] shop production: ServiceHighErrorRate, service api (3)\n']],
  ['title', 'resolved', 1, ['[resolved] shop production: ServiceHighErrorRate, service api\n']],
  ['slack.color', 'firing', 1, ['danger\n']],
  ['slack.color', 'resolved', 1, ['good\n']],
  [
    'slack.text',
    'firing',
    1,
    [
      '*More than 5% of the requests to api fail &amp; rise*\n',
      'Answers &lt;code&gt; other than 2xx: 7.3% &gt; 5%\n',
      '<https://git.shop.example/runbooks/ServiceHighErrorRate.md|Runbook> · <https://grafana.shop.example/d/service-api|Dashboard>',
    ],
  ],
  ['slack.text', 'resolved', 1, ['*Resolved: More than 5%']],
  ['slack.text', 'firing', 12, ['12 in all; the dashboard has the others.']],
  [
    'plain.text',
    'firing',
    1,
    ['Runbook: https://git.shop.example/runbooks/', 'Dashboard: https://', 'pod=api-0 '],
  ],
  [
    'mail.html',
    'firing',
    1,
    [
      '<h3>More than 5% of the requests to api fail &amp; rise</h3>',
      '<p>Answers &lt;code&gt; other than 2xx',
      '<a href="https://grafana.shop.example/d/service-api">Dashboard</a>',
      'since 2026-03-02 10:15 UTC',
    ],
  ],
];

test.runIf(hasAmtool).each(CASES)(
  '%s of %s alerts (%i) says what it should',
  async (template, status, count, parts) => {
    const text = await rendered(template, alerts(status, count));
    for (const part of parts) expect(text).toContain(part);
    expect(text).not.toMatch(/<no value>|ZgotmplZ/);
  },
);

test.runIf(hasAmtool)('a message describes ten alerts at most', async () => {
  const text = await rendered('slack.text', alerts('firing', 12));
  expect(text.match(/\|Runbook>/g)).toHaveLength(10);
});

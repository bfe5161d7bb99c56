import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './monitoring/program.ts';
import { programsOnPath } from './monitoring/programs-on-path.ts';
import { type Stack, startStack } from './monitoring/stack.ts';
import { observedShop } from './observed-shop.ts';

const programs = programsOnPath();
if (!programs) {
  process.stderr.write(
    'alerts are not proven to reach anybody: promtool, prometheus and alertmanager are not all on PATH\n',
  );
}

const base = observedShop().observability;
if (!base) throw new Error('the shop is not watched');
const shop = observedShop({ alerting: { ...base.alerting, email: undefined } });
// Ten requests a second each. For an hour and a half, every second one to `api` has failed.
const now = Math.floor(Date.now() / 1000);
const TRAFFIC = [
  { service: 'api', perSecond: 10, failsSince: now - 90 * 60 },
  { service: 'orders', perSecond: 10, failsSince: undefined },
];

describe.runIf(programs)('Prometheus and Alertmanager with what is rendered', () => {
  let stack: Stack;

  beforeAll(async () => {
    if (programs) stack = await startStack(programs, shop, TRAFFIC);
  });
  afterAll(() => stack?.stop());

  test('targets are read', async () => {
    const up = await eventually('both services are read', async () => {
      const { activeTargets } = await ask<{ activeTargets: Target[] }>('/api/v1/targets?state=active');
      const isRead = activeTargets.length > 0 && activeTargets.every(({ health }) => health === 'up');
      return isRead ? activeTargets : undefined;
    });
    expect(up.map(({ labels }) => labels['service']).sort()).toEqual(['api', 'orders']);
  });

  test('no rule fails', async () => {
    const groups = await eventually('every rule was evaluated', async () => {
      const { groups: all } = await ask<{ groups: Group[] }>('/api/v1/rules');
      const isDone =
        all.length > 0 && all.every(({ rules }) => rules.every(({ health }) => health !== 'unknown'));
      return isDone ? all : undefined;
    });
    const failed = groups.flatMap(({ rules }) => rules.filter(({ health }) => health !== 'ok'));
    expect(failed.map(({ name, lastError }) => `${name}: ${lastError}`)).toEqual([]);
  });

  test.each([
    ['slo:requests:rate5m{service="api",slo="availability"}', 10],
    ['slo:request_errors:rate5m{service="api",slo="availability"}', 5],
    ['slo:sli_error:ratio_rate5m{service="api",slo="availability"}', 0.5],
    ['slo:sli_error:ratio_rate1h{service="api",slo="availability"}', 0.5],
    ['slo:sli_error:ratio_rate5m{service="api",slo="latency"}', 0],
    ['slo:requests:rate5m{service="orders",slo="availability"}', 10],
    ['slo:sli_error:ratio_rate1h{service="orders",slo="availability"}', 0],
  ])('%s is recorded as %d', async (series, expected) => {
    const value = await eventually(`${series} is there`, () => numberOf(series));
    expect(value).toBeCloseTo(expected, 1);
  });

  test('whoever is on call hears that the error budget of the failing service burns, and of no other', async () => {
    const page = await eventually('a page', async () =>
      stack.messages.find(({ path, body }) => path === '/pagerduty' && /burn/i.test(body)),
    ).catch((error) => Promise.reject(new Error(`${error}\n${stack.written()}`)));
    expect(JSON.parse(page.body)).toMatchObject({
      routing_key: 'key-of-the-shop',
      event_action: 'trigger',
      payload: { severity: 'critical', component: 'api' },
    });
    const response = await fetch(`${stack.alertmanager}/api/v2/alerts`);
    const alerts = (await response.json()) as { labels: Record<string, string> }[];
    const burning = alerts.filter(({ labels }) => /burn/i.test(labels['alertname'] ?? ''));
    expect(new Set(burning.map(({ labels }) => labels['service']))).toEqual(new Set(['api']));
  });

  test('the team reads of it as well, with a runbook', async () => {
    const message = await eventually('a message', async () =>
      stack.messages.find(({ path, body }) => path === '/slack' && /burn/i.test(body)),
    );
    expect(message.body).toContain('https://git.shop.example/platform/docs/runbooks/shop/');
  });

  interface Target {
    readonly health: string;
    readonly labels: Readonly<Record<string, string>>;
  }

  interface Group {
    readonly rules: readonly {
      readonly name: string;
      readonly health: string;
      readonly lastError?: string;
    }[];
  }

  async function ask<T>(path: string): Promise<T> {
    const response = await fetch(`${stack.prometheus}${path}`);
    return ((await response.json()) as { data: T }).data;
  }

  async function numberOf(query: string): Promise<number | undefined> {
    const path = `/api/v1/query?query=${encodeURIComponent(query)}`;
    const { result } = await ask<{ result: { value: [number, string] }[] }>(path);
    return result[0] && Number(result[0].value[1]);
  }
});

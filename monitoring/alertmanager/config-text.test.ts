import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Alerting } from '../../src/model/alerting.ts';
import { observedShop } from '../../test/observed-shop.ts';
import { sampleEndpoint, sampleResource } from '../../test/sample-resource.ts';
import { configOf } from './amtool.fixture.ts';
import { NEVER_MUTED } from './never-muted.ts';

const MAINTENANCE = { day: 'Sunday', from: '23:00', to: '02:00', timeZone: 'Europe/Berlin', noticeDays: 3 };
const ALERTING = observedShop().observability?.alerting as Alerting;

interface Route {
  readonly matchers?: readonly string[];
  readonly mute_time_intervals?: readonly string[];
  readonly active_time_intervals?: readonly string[];
  readonly routes?: readonly Route[];
}

function routesWith(fields: Parameters<typeof observedShop>[1]): readonly Route[] {
  return parse(configOf(observedShop({}, fields))).route.routes;
}

test('a maintenance window mutes all but Watchdog, and never what it does not explain', () => {
  const routes = routesWith({ maintenance: MAINTENANCE });
  const muted = routes.filter((route) => route.mute_time_intervals);
  expect(muted.map(({ matchers }) => matchers)).toEqual([
    ['severity="critical"'],
    ['severity="critical"'],
    ['severity="warning"'],
  ]);
  for (const { routes: below = [] } of muted) {
    expect(below).toHaveLength(1);
    expect(below[0]?.matchers).toEqual([`alertname=~"${NEVER_MUTED.join('|')}"`]);
    expect(below[0]?.mute_time_intervals).toBeUndefined();
  }
  expect(routes[0]?.matchers).toEqual(['alertname="Watchdog"']);
  expect(routes[0]?.mute_time_intervals).toBeUndefined();
});

test('only warnings wait for business hours, those that are never muted too', () => {
  const waiting = routesWith({ maintenance: MAINTENANCE }).filter((route) => route.active_time_intervals);
  expect(waiting.map(({ matchers }) => matchers)).toEqual([['severity="warning"']]);
  expect(waiting[0]?.routes?.[0]?.active_time_intervals).toEqual(['business-hours']);
});

test('without a window nothing is muted', () => {
  expect(JSON.stringify(routesWith({}))).not.toContain('mute_time_intervals');
});

test.each([
  [587, true],
  [465, false],
])('a mail server on port %i gets STARTTLS: %s', (port, isAsked) => {
  const server = sampleResource('mail', 'smtp', {
    endpoints: [sampleEndpoint('mail', 'smtp.shop.example', port)],
  });
  const email = { to: ['a@shop.example', 'b@shop.example'], from: 'alerts@shop.example', server };
  const { receivers } = parse(configOf(observedShop({ alerting: { ...ALERTING, email } })));
  const [mail] = receivers.find(({ name }: { name: string }) => name === 'team').email_configs;
  expect(mail).toMatchObject({ to: 'a@shop.example, b@shop.example', require_tls: isAsked });
});

test('every secret comes from a file', () => {
  const text = configOf(observedShop());
  expect(text).not.toMatch(/^\s*(- )?(routing_key|api_url|url|auth_password|service_key):/m);
  expect(text.match(/_file: \/etc\/alertmanager\/secrets\/[a-z-]+$/gm)).toHaveLength(4);
});

test('where nobody is told, the reason stands in the file on one line', () => {
  const text = configOf(observedShop({ alerting: { ...ALERTING, nobody: 'A sandbox:\nno one is on call' } }));
  expect(text.split('\n')[0]).toBe('# Nobody is told: A sandbox: no one is on call');
  expect(parse(text)).toEqual({
    templates: ['/etc/alertmanager/templates/*.tmpl'],
    route: { receiver: 'nobody' },
    receivers: [{ name: 'nobody' }],
  });
});

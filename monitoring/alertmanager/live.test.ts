import { expect, test, vi } from 'vitest';
import type { Alerting } from '../../src/model/alerting.ts';
import type { MaintenanceWindow } from '../../src/model/operation.ts';
import { observedShop } from '../../test/observed-shop.ts';
import { hasAlertmanager, type Message, withAlertmanager } from './live.fixture.ts';

if (!hasAlertmanager) {
  process.stderr.write('that alerts arrive is not proven: Alertmanager is not on PATH\n');
}

const ALERTING: Alerting = {
  ...(observedShop().observability?.alerting as Alerting),
  email: undefined,
  businessHours: undefined,
};

const shop = (alerting: Partial<Alerting>, maintenance?: MaintenanceWindow) =>
  observedShop({ alerting: { ...ALERTING, ...alerting } }, { maintenance });

function alert(alertname: string, severity: string, labels: object = {}) {
  return { alertname, severity, namespace: 'shop', platform: 'shop', environment: 'production', ...labels };
}

/** Until it holds; as long as load may take. */
const patiently = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 600_000 });

/** How often somebody was told of an alert. */
function told(messages: readonly Message[], to: string, alertname: string): number {
  return messages.filter((message) => message.to === to && message.body.includes(alertname)).length;
}

test.runIf(hasAlertmanager)(
  'a critical alert arrives everywhere, a warning in Slack, the sign of life outside, and nothing else',
  () =>
    withAlertmanager(shop({}), async ({ messages, send, stateOf }) => {
      await send([
        alert('ApiDown', 'critical', { service: 'api' }),
        alert('Burning', 'critical', { service: 'orders', slo: 'availability' }),
        alert('Burning', 'warning', { service: 'orders', slo: 'availability' }),
        alert('ServiceSlow', 'warning', { service: 'mailer' }),
        alert('PublicHostDown', 'critical', { host: 'api.shop.example' }),
        alert('PublicHostSlow', 'warning', { host: 'api.shop.example' }),
        alert('PublicHostSlow', 'warning', { host: 'www.shop.example' }),
        alert('Throttled', 'info', { service: 'mailer' }),
        alert('Watchdog', 'none'),
        alert('InfoInhibitor', 'none'),
      ]);
      await patiently(() => expect(told(messages, '/slack', 'ServiceSlow')).toBe(1));
      await patiently(() => expect(told(messages, '/pagerduty', 'ApiDown')).toBe(1));
      await patiently(() => expect(told(messages, '/slack', 'Burning')).toBe(1));
      await patiently(() => expect(told(messages, '/slack', 'ApiDown')).toBe(1));
      await patiently(() => expect(told(messages, '/dead', 'Watchdog')).toBe(1));
      expect(told(messages, '/pagerduty', 'ServiceSlow')).toBe(0);
      expect(messages.filter(({ body }) => /Throttled|InfoInhibitor/.test(body))).toEqual([]);
      expect(messages.filter(({ to, body }) => to !== '/dead' && body.includes('Watchdog'))).toEqual([]);
      expect(await stateOf('Throttled')).toMatchObject({ inhibitedBy: [expect.any(String)] });
      await patiently(() => expect(told(messages, '/slack', 'www.shop.example')).toBe(1));
      const slow = messages.filter(({ to, body }) => to === '/slack' && body.includes('PublicHostSlow'));
      expect(slow.filter(({ body }) => body.includes('api.shop.example'))).toEqual([]);
      const slack = messages.find(({ to, body }) => to === '/slack' && body.includes('Burning'))?.body;
      expect(slack).toContain('[critical] shop production: Burning, service orders');
      expect(slack).not.toContain('(2)');
    }),
);

test.runIf(hasAlertmanager)(
  'in a maintenance window only the sign of life and what the window does not explain arrive',
  () =>
    withAlertmanager(shop({}, windowAroundNow()), async ({ messages, send, stateOf }) => {
      await send([
        alert('ApiDown', 'critical'),
        alert('KubePersistentVolumeFillingUp', 'critical'),
        alert('ServiceSlow', 'warning'),
        alert('Watchdog', 'none'),
      ]);
      const filling = 'KubePersistentVolumeFillingUp';
      await patiently(() => expect(told(messages, '/slack', filling)).toBe(1));
      await patiently(() => expect(told(messages, '/pagerduty', filling)).toBe(1));
      await patiently(() => expect(told(messages, '/dead', 'Watchdog')).toBe(1));
      await patiently(async () =>
        expect(await stateOf('ApiDown')).toMatchObject({ mutedBy: ['maintenance'] }),
      );
      expect(messages.filter(({ body }) => /ApiDown|ServiceSlow/.test(body))).toEqual([]);
    }),
);

test.runIf(hasAlertmanager)(
  'outside of business hours a warning waits, and a critical alert does not',
  () => {
    const { day, from, to } = windowAroundNow(12 * 60);
    const businessHours = { days: [day.toLowerCase()], from, to, timeZone: 'UTC' };
    return withAlertmanager(shop({ businessHours }), async ({ messages, send, stateOf }) => {
      await send([alert('ApiDown', 'critical'), alert('ServiceSlow', 'warning')]);
      await patiently(() => expect(told(messages, '/slack', 'ApiDown')).toBe(1));
      await patiently(async () =>
        expect(await stateOf('ServiceSlow')).toMatchObject({ mutedBy: ['business-hours'] }),
      );
      expect(told(messages, '/slack', 'ServiceSlow')).toBe(0);
    });
  },
);

/** Two hours of this week in UTC, around now or so many minutes later; over midnight where it comes so. */
function windowAroundNow(minutesLater = 0): MaintenanceWindow {
  const start = new Date(Date.now() + (minutesLater - 60) * 60_000);
  const end = new Date(Date.now() + (minutesLater + 60) * 60_000);
  const clock = (time: Date) => time.toISOString().slice(11, 16);
  const day = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(start);
  return { day, from: clock(start), to: clock(end), timeZone: 'UTC', noticeDays: undefined };
}

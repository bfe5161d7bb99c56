import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AlertmanagerConfigSpec } from '../../../imports/prometheus-operator.ts';
import { amtool, hasAmtool, inFolder } from '../../../monitoring/alertmanager/amtool.fixture.ts';
import type { Alerting } from '../../../src/model/alerting.ts';
import type { Observability } from '../../../src/model/observability.ts';
import { writeYaml } from '../../../src/yaml/write.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { render } from '../../../test/sample.ts';
import { observability } from '../chart.ts';

if (!hasAmtool) process.stderr.write('AlertmanagerConfig is not proven: amtool is not on PATH\n');

const { alerting } = observedShop().observability as Observability;
const MAINTENANCE = { day: 'Sunday', from: '23:00', to: '02:00', timeZone: 'Europe/Berlin', noticeDays: 3 };

function rendered(fields: Partial<Alerting> = {}) {
  const shop = observedShop(
    { mode: 'operator', operatorNamespace: 'prometheus', alerting: { ...alerting, ...fields } },
    { maintenance: MAINTENANCE },
  );
  return render(observability, shop).filter(({ metadata }) => metadata.name === 'alertmanager');
}

function specOf(fields: Partial<Alerting> = {}): AlertmanagerConfigSpec {
  const config = rendered(fields).find(({ kind }) => kind === 'AlertmanagerConfig');
  return config?.['spec'] as AlertmanagerConfigSpec;
}

const SHOP = ['platform=shop', 'environment=production'];

test.runIf(hasAmtool).each([
  ['on-call,team', [...SHOP, 'severity=critical']],
  ['team', [...SHOP, 'severity=warning']],
  ['nobody', [...SHOP, 'severity=info']],
  ['dead-mans-switch', [...SHOP, 'alertname=Watchdog', 'severity=none']],
  ['others', ['platform=other', 'environment=production', 'severity=critical']],
  ['others', ['severity=critical']],
])('the Alertmanager of the cluster tells %s of %j', async (receivers, labels) => {
  await inFolder(observedShop(), (folder) => {
    const file = join(folder, 'cluster.yml');
    writeFileSync(file, writeYaml(asAlertmanagerHasIt(specOf())));
    expect(amtool('check-config', file)).toMatchObject({ isFine: true });
    const answer = amtool(
      ...['config', 'routes', 'test', `--config.file=${file}`, `--verify.receivers=${receivers}`, ...labels],
    );
    expect(answer).toMatchObject({ isFine: true });
  });
});

test('the Secret has the keys that receivers take, and no others', () => {
  const secret = rendered().filter(({ kind }) => kind === 'ExternalSecret');
  const [spec] = secret.map(
    (object) => object['spec'] as { readonly data: readonly { secretKey: string }[] },
  );
  const taken = [...JSON.stringify(specOf().receivers).matchAll(/"name":"alertmanager","key":"([^"]+)"/g)];
  expect(spec?.data.map(({ secretKey }) => secretKey)).toEqual(taken.map(([, key]) => key).sort());
});

test('there is no mail, whose user name only the remote secret knows', () => {
  expect(JSON.stringify(specOf())).not.toContain('email');
});

test('where nobody is told there is neither Secret nor inhibition', () => {
  const objects = rendered({ nobody: 'A sandbox' });
  expect(objects.map(({ kind }) => kind)).toEqual(['AlertmanagerConfig']);
  expect(specOf({ nobody: 'A sandbox' })).toMatchObject({
    route: { receiver: 'nobody' },
    inhibitRules: [],
    receivers: [{ name: 'nobody' }],
  });
});

interface OperatorRoute {
  readonly matchers?: readonly {
    readonly name: string;
    readonly matchType?: string;
    readonly value?: string;
  }[];
  readonly routes?: readonly OperatorRoute[];
}

/** The configuration the operator makes of it where its matcher strategy is `None`, below a route for all others. */
function asAlertmanagerHasIt({
  route,
  receivers = [],
  muteTimeIntervals = [],
}: AlertmanagerConfigSpec): object {
  return {
    route: { receiver: 'others', routes: [{ ...routeOf(route as OperatorRoute), continue: true }] },
    receivers: [{ name: 'others' }, ...receivers.map(({ name }) => ({ name }))],
    time_intervals: muteTimeIntervals.map(({ name, timeIntervals = [] }) => ({
      name,
      time_intervals: timeIntervals.map(snakeCased),
    })),
  };
}

function routeOf({ matchers = [], routes = [], ...rest }: OperatorRoute): object {
  return {
    ...(snakeCased(rest) as object),
    matchers: matchers.map(({ name, matchType, value }) => `${name}${matchType}${JSON.stringify(value)}`),
    routes: routes.map(routeOf),
  };
}

function snakeCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCased);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    snakeCased(inner),
  ]);
  return Object.fromEntries(entries);
}

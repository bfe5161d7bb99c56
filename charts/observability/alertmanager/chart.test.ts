import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { amtool, hasAmtool, inFolder } from '../../../monitoring/alertmanager/amtool.fixture.ts';
import type { Alerting } from '../../../src/model/alerting.ts';
import type { ManifestObject } from '../../../src/model/manifest.ts';
import type { Observability } from '../../../src/model/observability.ts';
import { alertmanagerOnPath } from '../../../test/monitoring/programs-on-path.ts';
import { observedShop } from '../../../test/observed-shop.ts';
import { render } from '../../../test/sample.ts';
import { observability } from '../chart.ts';

const BASE = observedShop().observability as Observability;

function rendered(fields: Partial<Observability> = {}): readonly ManifestObject[] {
  const objects = render(observability, observedShop(fields));
  return objects.filter(({ metadata }) => metadata.name.startsWith('alertmanager'));
}

function told(fields: Partial<Alerting>): readonly ManifestObject[] {
  return rendered({ alerting: { ...BASE.alerting, ...fields } });
}

// biome-ignore lint/suspicious/noExplicitAny: fields of any kind
function specOf(kind: string, objects: readonly ManifestObject[]): any {
  return objects.find((object) => object.kind === kind)?.['spec'];
}

function argsOf(objects: readonly ManifestObject[]): readonly string[] {
  return specOf('StatefulSet', objects).template.spec.containers[0].args;
}

test('two replicas of Prometheus get a cluster of three, which talk among themselves', () => {
  const objects = rendered();
  expect(specOf('StatefulSet', objects).replicas).toBe(3);
  expect(argsOf(objects).filter((arg) => arg.startsWith('--cluster.peer='))).toEqual(
    [0, 1, 2].map((pod) => `--cluster.peer=alertmanager-${pod}.alertmanager.shop-monitoring.svc:9094`),
  );
  const gossip = [
    { protocol: 'TCP', port: 9094 },
    { protocol: 'UDP', port: 9094 },
  ];
  const own = [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'alertmanager' } } }];
  const { ingress, egress } = specOf('NetworkPolicy', objects);
  expect(ingress).toContainEqual({ from: own, ports: gossip });
  expect(egress).toContainEqual({ to: own, ports: gossip });
});

test('one replica of Prometheus gets one that listens to no other', () => {
  const objects = rendered({ prometheus: { ...BASE.prometheus, replicas: 1 } });
  expect(specOf('StatefulSet', objects).replicas).toBe(1);
  expect(argsOf(objects)).toContain('--cluster.listen-address=');
  expect(JSON.stringify(objects)).not.toContain('9094');
});

test.each([
  [{ email: undefined }, ['dead-mans-switch-url', 'pagerduty-routing-key', 'slack-webhook-url']],
  [{ email: undefined, pagerduty: false, deadMansSwitch: false }, ['slack-webhook-url']],
  [{ slack: undefined, pagerduty: false, deadMansSwitch: false }, ['password', 'username']],
])('with %j the Secret has what is used and no more', (fields, properties) => {
  const { data } = specOf('ExternalSecret', told(fields));
  expect(data.map((value: { remoteRef: { property: string } }) => value.remoteRef.property)).toEqual(
    properties,
  );
});

test('without mail the configuration is a ConfigMap, whose changes restart the pods', () => {
  const objects = told({ email: undefined });
  expect(argsOf(objects)).toContain('--config.file=/etc/alertmanager/config/alertmanager.yml');
  expect(specOf('ExternalSecret', objects).target.template).toBeUndefined();
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toContain(
    'ConfigMap alertmanager-config',
  );
});

test('where nobody is told there is no Secret, and no way out', () => {
  const objects = told({ nobody: 'A sandbox' });
  expect(specOf('ExternalSecret', objects)).toBeUndefined();
  expect(JSON.stringify(specOf('NetworkPolicy', objects).egress)).not.toContain('ipBlock');
});

test.runIf(hasAmtool)(
  'what External Secrets makes of the template is the configuration, with the user name',
  async () => {
    const { target } = specOf('ExternalSecret', rendered());
    const filled = filledIn(target.template.data['alertmanager.yml'], 'AKIA"EXAMPLE');
    expect(filled).toContain(String.raw`auth_username: "AKIA\"EXAMPLE"`);
    expect(filled).toContain(String.raw`title: "{{ template \"charthouse.title\" . }}"`);
    await inFolder(observedShop(), (folder) => {
      const file = join(folder, 'filled-in.yml');
      writeFileSync(file, filled.replaceAll('/etc/alertmanager', folder));
      expect(amtool('check-config', file)).toMatchObject({ isFine: true });
    });
  },
);

/** As Go does it: text between backticks stays as it is, a value becomes JSON. */
function filledIn(template: string, username: string): string {
  return template.replace(
    /\{\{`(.*?)`\}\}|\{\{ \.mailUsername \| toJson \}\}/g,
    (_, raw?: string) => raw ?? JSON.stringify(username),
  );
}

const program = alertmanagerOnPath();
if (!program) process.stderr.write('flags of Alertmanager are not proven: it is not on PATH\n');

test.runIf(program)('Alertmanager knows every flag', () => {
  const { stdout, stderr } = spawnSync(program?.[0] ?? '', [...(program?.slice(1) ?? []), '--help'], {
    encoding: 'utf8',
  });
  const flags = argsOf(rendered()).map((arg) => arg.split('=')[0] ?? '');
  expect(flags.filter((flag) => !(stdout + stderr).includes(`${flag}=`))).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { observedShop } from '../../test/observed-shop.ts';
import { hasPromtool } from '../rules/promtool.fixture.ts';
import { ruleParts } from '../rules/rule-parts.ts';
import { prometheusConfigText } from './prometheus-config.ts';

if (!hasPromtool) process.stderr.write("Prometheus' configuration is not proven: promtool is not on PATH\n");

const shop = observedShop();

test('says which environment everything is from, and when it is read', () => {
  const text = prometheusConfigText(shop, ['services', 'services-2']);
  expect(text.slice(0, text.indexOf('alerting:'))).toBe(`global:
  scrape_interval: 30s
  scrape_timeout: 10s
  evaluation_interval: 30s
  external_labels:
    cluster: shop-production
    environment: production
    platform: shop
rule_files:
- /etc/prometheus/rules/services/services.yaml
- /etc/prometheus/rules/services-2/services-2.yaml
`);
});

test.runIf(hasPromtool)('promtool accepts it together with its rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charthouse-prometheus-'));
  try {
    const parts = ruleParts(shop);
    for (const { name, text } of parts) {
      mkdirSync(join(folder, 'rules', name), { recursive: true });
      writeFileSync(join(folder, 'rules', name, `${name}.yaml`), text);
    }
    for (const file of ['token', 'ca.crt']) writeFileSync(join(folder, file), '');
    const config = prometheusConfigText(
      shop,
      parts.map(({ name }) => name),
    )
      .replaceAll('/etc/prometheus/rules', join(folder, 'rules'))
      .replaceAll('/var/run/secrets/kubernetes.io/serviceaccount', folder);
    writeFileSync(join(folder, 'prometheus.yaml'), config);
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'config', 'prometheus.yaml'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, said: stdout + stderr }).toMatchObject({ status: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

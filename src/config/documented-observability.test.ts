import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Part, shop } from '../../test/shop-input.ts';
import { readYaml } from '../yaml/read.ts';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../docs/input.md'), 'utf8');

/** The example in docs/input.md, by file, on a shop with the resources that it names. */
function documented(): { readonly platform: Part; readonly dev: Part } {
  const [, example = ''] = DOCUMENT.split('## Observability\n\n```yaml\n');
  const [platform = '', dev = ''] = (example.split('```')[0] ?? '').split('# dev.yaml\n');
  const written = readYaml(platform) as Part;
  const resources = { search: { type: 'opensearch' }, mail: { type: 'smtp' } };
  const delivery = { repository: 'https://github.com/shop/platform', automated: true };
  return { platform: { ...written, resources, delivery }, dev: readYaml(dev) as Part };
}

const RESOURCES = {
  search: { external: { host: 'search.shop.example' } },
  mail: { external: { host: 'smtp.shop.example' } },
};

test('the documented platform is watched in every way, and pages somebody', () => {
  const { platform } = documented();
  const { observability, services } = shop({ platform, production: { resources: RESOURCES } });
  expect(Object.values(observability?.parts ?? {})).toEqual(Array(9).fill(true));
  expect(observability?.alerting.pagerduty).toBe(true);
  expect(observability?.kpis.map(({ name }) => name)).toEqual(['orders-placed']);
  expect(services.find(({ name }) => name === 'orders')?.slo?.availability).toBe(99.9);
});

test('in its dev environment nobody is told, and it says why', () => {
  const { platform, dev } = documented();
  const { observability } = shop({ platform, production: { resources: RESOURCES, ...dev } });
  expect(observability?.parts).toMatchObject({ metrics: true, dashboards: true, logs: false });
  expect(observability?.alerting).toMatchObject({ nobody: 'Developers see it themselves', slack: undefined });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Environment } from '../../src/model/environment.ts';
import type { Expose } from '../../src/model/service.ts';
import type { RouteProbe } from '../../src/model/traffic.ts';
import { observedShop } from '../../test/observed-shop.ts';
import { sampleService } from '../../test/sample.ts';
import { blackboxConfigText } from '../exporters/blackbox-config.ts';
import { moduleOf, probesOf } from './probes.ts';
import { uptimeJobs } from './uptime.ts';

const EXPOSE: Expose = {
  host: 'api',
  paths: ['/v1', '/'],
  auth: 'none',
  port: { name: 'http', number: 8080, appProtocol: 'http' },
  timeout: undefined,
  cors: undefined,
};
const GRAPHQL: RouteProbe = {
  path: '/v1/graphql',
  method: 'POST',
  body: '{"query":"{__typename}"}',
  status: [200],
};

/** The shop with one service behind `/v1` and `/`, ready at `/readyz`. */
function shopWith(expose: Partial<Expose>, isPreview?: boolean): Environment {
  const service = sampleService({ expose: { ...EXPOSE, ...expose } });
  const routes = EXPOSE.paths.map((path) => ({ path, service, expose: { ...EXPOSE, ...expose }, isPreview }));
  return observedShop({}, { publicHosts: [{ name: 'api', host: 'api.shop.example', routes }] });
}

function asked(environment: Environment): readonly string[] {
  const probes = probesOf(environment);
  return probes.map((probe) => `${moduleOf(probe, probes)} ${probe.url.replace('https://', '')}`);
}

const GRAFANA = 'get-200 grafana.shop.example/api/health';

test.each<[string, Partial<Expose>, readonly string[]]>([
  [
    'anybody may ask: its readiness where that is public, else the path itself',
    {},
    ['get-200 api.shop.example/readyz', 'get-200 api.shop.example/v1', GRAFANA],
  ],
  [
    'its readiness is on another port',
    { port: { ...EXPOSE.port, number: 9000 } },
    ['get-200 api.shop.example/', 'get-200 api.shop.example/v1', GRAFANA],
  ],
  [
    'a token is asked for: one that is none is refused',
    { auth: 'jwt' },
    ['get-refused-401 api.shop.example/', 'get-refused-401 api.shop.example/v1', GRAFANA],
  ],
  [
    'its author says what to ask one of its paths',
    { probe: GRAPHQL },
    ['get-200 api.shop.example/readyz', 'post-200-body-1 api.shop.example/v1/graphql', GRAFANA],
  ],
  [
    'its author says what each of them answers',
    { probe: { ...GRAPHQL, path: undefined, method: 'GET', body: undefined, status: [204, 301] } },
    ['get-204-301 api.shop.example/', 'get-204-301 api.shop.example/v1', GRAFANA],
  ],
])('every public route is probed. Where %s', (_, expose, expected) => {
  expect(asked(shopWith(expose))).toEqual(expected);
});

test('what nobody reaches from outside, and what is previewed, is not probed', () => {
  expect(asked(shopWith({}, true))).toEqual([GRAFANA]);
  expect(asked({ ...shopWith({}), ingress: undefined })).toEqual([]);
});

test('each address is asked by its module, which is there', () => {
  const environment = shopWith({ auth: 'jwt', probe: { ...GRAPHQL, status: [401] } });
  const [job] = uptimeJobs(environment);
  const modules = job?.static_configs?.map(({ labels }) => labels?.['__param_module']);
  expect(modules).toEqual(['get-refused-401', 'post-401-body-1', 'get-200']);
  for (const module of modules ?? []) expect(blackboxConfigText(environment)).toContain(`  ${module}:\n`);
});

test('a refusal is that of the sidecar, not that of a firewall before it', () => {
  expect(blackboxConfigText(shopWith({ auth: 'jwt' }))).toContain(`  get-refused-401:
    prober: http
    timeout: 10s
    http:
      method: GET
      valid_status_codes:
      - 401
      headers:
        Authorization: Bearer none
      fail_if_header_not_matches:
      - header: WWW-Authenticate
        regexp: invalid_token
        allow_missing: false
`);
});

const program = spawnSync('blackbox_exporter', ['--version']).status === 0;
if (!program) process.stderr.write('modules of probes are not proven: blackbox_exporter is not on PATH\n');

test.runIf(program)('the blackbox exporter accepts the modules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charthouse-blackbox-'));
  try {
    const file = join(folder, 'blackbox.yaml');
    writeFileSync(file, blackboxConfigText(shopWith({ auth: 'jwt', probe: { ...GRAPHQL, status: [401] } })));
    const { status, stderr } = spawnSync('blackbox_exporter', ['--config.check', `--config.file=${file}`], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toMatchObject({ status: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

import { expect, test } from 'vitest';
import { type Part, problemsOf } from '../../../test/shop-input.ts';

const api = (fields: Part): Part => ({ services: { api: fields } });
const postgres = (access: string): Part => api({ uses: { postgres: { access } } });
const resource = (type: string): Part => ({ resources: { more: { type } } });

/** What a tired person writes, where it is refused, and the fix. */
const MISTAKES: readonly (readonly [Part, string, string])[] = [
  [api({ uses: ['orders'] }), 'services.api.uses', '`uses: {orders: {}}`'],
  [api({ uses: 'orders' }), 'services.api.uses', '`uses: {orders: {}}`'],
  [api({ ports: 8080 }), 'services.api.ports', '`ports: {http: 8080}`'],
  [api({ ports: [8080] }), 'services.api.ports', '`ports: {http: 8080}`'],
  [api({ ports: { http: '8080' } }), 'services.api.ports.http', '8080'],
  [api({ scaling: 3 }), 'services.api.scaling', '`scaling: {min: 3, max: 3}`'],
  [api({ health: '/healthz' }), 'services.api.health', '`health: {liveness: /healthz, readiness: /healthz}`'],
  [api({ expose: 'api' }), 'services.api.expose', '`expose: {host: api, paths: [/], auth: jwt}`'],
  [api({ command: 'node server.js' }), 'services.api.command', '[node, server.js]'],
  [api({ scaling: { min: 2, max: 6, cpu: '70%' } }), 'services.api.scaling.cpu', '70'],
  [api({ scaling: { min: 2, max: 6, cpu: 0.7 } }), 'services.api.scaling.cpu', '70'],
  [
    api({ scaling: { min: '50%', max: 6, cpu: 70 } }),
    'services.api.scaling.min',
    'how many, as a number: this is no percentage',
  ],
  [
    api({ disruption: { minAvailable: '50%' } }),
    'services.api.disruption.minAvailable',
    'how many, as a number: this is no percentage',
  ],
  [
    api({ resources: { cpu: '500m' } }),
    'services.api.resources.cpu',
    '`requests: {cpu: 500m, memory: 256Mi}`, and the memory it gets at most in `limits`',
  ],
  [{ secrets: { store: 'ssm' } }, 'secrets.store', '`aws-parameter-store`'],
  [{ secrets: { store: 'hashicorp' } }, 'secrets.store', '`vault`'],
  [api({ kind: 'deployment' }), 'services.api.kind', '`web`'],
  [api({ kind: 'Web' }), 'services.api.kind', '`web`'],
  [api({ kind: 'job' }), 'services.api.kind', '`task`'],
  [api({ kind: 'cronjob' }), 'services.api.kind', '`cron`'],
  [api({ kind: 'statefulset' }), 'services.api.kind', '`stateful`'],
  [api({ kind: 'consumer' }), 'services.api.kind', '`worker`'],
  [api({ expose: { host: 'api', paths: ['/'], auth: 'oauth' } }), 'services.api.expose.auth', '`jwt`'],
  [api({ expose: { host: 'api', paths: ['/'], auth: 'public' } }), 'services.api.expose.auth', '`none`'],
  [api({ expose: { host: 'api', paths: '/', auth: 'none' } }), 'services.api.expose.paths', '[/]'],
  [api({ env: { 'log-level': 'debug' } }), 'services.api.env.log-level', '`LOG_LEVEL`'],
  [{ services: { OrderService: {} } }, 'services.OrderService', '`order-service`'],
  [{ tags: { 'cost center': 'shop' } }, 'tags.cost center', '`cost-center`'],
  [postgres('readonly'), 'services.api.uses.postgres.access', '`read`'],
  [postgres('rw'), 'services.api.uses.postgres.access', '`read-write`'],
  [resource('elasticache'), 'resources.more.type', '`redis`'],
  [resource('s3'), 'resources.more.type', '`bucket`'],
  [resource('sqs'), 'resources.more.type', '`queue`'],
  [resource('sns'), 'resources.more.type', '`topic`'],
  [resource('mongo'), 'resources.more.type', '`mongodb`'],
  [resource('postgresql'), 'resources.more.type', '`postgres`'],
  [resource('cognito'), 'resources.more.type', '`user-pool`'],
  [
    { resources: { postgres: { host: 'db.shop.example' } } },
    'resources.postgres.host',
    '`external: {host: db.shop.example}` in the file of the environment',
  ],
  [{ externals: { maps: { url: 'maps.example' } } }, 'externals.maps.url', '`host: maps.example`'],
  [{ images: { more: '3f2c1ab' } }, 'images.more', '`more: {tag: 3f2c1ab}`'],
  [{ images: { more: '1.20' } }, 'images.more', '`more: {tag: "1.20"}`'],
  [{ access: { viewer: 'developers' } }, 'access.viewer', '[developers]'],
];

test.each(MISTAKES)('%j is answered with what was meant', (part, path, fix) => {
  const problem = problemsOf(part).find((one) => one.path === path);
  expect(problem?.fix).toBe(`write ${fix}`);
});

test.each<[Part, string]>([
  [api({ kind: 'frobnicator' }), 'services.api.kind'],
  [api({ command: 'sh -c "exec node"' }), 'services.api.command'],
  [api({ expose: true }), 'services.api.expose'],
])('%j is not guessed about', (part, path) => {
  const problem = problemsOf(part).find((one) => one.path === path);
  expect([problem?.path, problem?.fix]).toEqual([path, undefined]);
});

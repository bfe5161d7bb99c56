import type { ServiceKind } from '../../model/service.ts';
import type { Report } from '../report.ts';
import type { ServiceInput } from '../schema/service.ts';
import type { YamlMap } from '../source.ts';

/** What a kind of service cannot do without, and what would have no effect on it. */
interface KindRule {
  readonly needs: readonly string[];
  readonly refuses: readonly string[];
}

const ENDS_BY_ITSELF = [
  'scaling',
  'disruption',
  'antiAffinity',
  'volume',
  'ports',
  'health',
  'expose',
  'variants',
  'rateLimit',
  'loadBalancing',
  'zones',
  'circuitBreaker',
  'migrate',
] as const;

const RULES: Readonly<Record<ServiceKind, KindRule>> = {
  web: { needs: ['ports', 'scaling', 'health'], refuses: ['schedule', 'volume', 'job'] },
  worker: { needs: ['scaling'], refuses: ['schedule', 'volume', 'job', 'expose', 'variants'] },
  cron: { needs: ['schedule'], refuses: ENDS_BY_ITSELF },
  task: { needs: [], refuses: ['schedule', ...ENDS_BY_ITSELF] },
  // Callers name the pod they want, so there is nothing to balance.
  stateful: {
    needs: ['scaling', 'volume'],
    refuses: ['schedule', 'job', 'variants', 'loadBalancing', 'zones', 'antiAffinity'],
  },
};

/** Reports what a service of its kind lacks, and what it says in vain. `written` is the service as it was written. */
export function checkKind(name: string, service: ServiceInput, written: YamlMap, report: Report): void {
  const path = ['services', name];
  const { needs, refuses } = RULES[service.kind];
  for (const key of needs) {
    if (Object.hasOwn(written, key)) continue;
    report([...path, key], `missing: a ${service.kind} needs ${key}`, { fix: EXAMPLES[key], at: 'key' });
  }
  for (const key of refuses) {
    if (!Object.hasOwn(written, key)) continue;
    const fix = `remove it, or choose another kind (${kindsWith(key).join(', ')})`;
    report([...path, key], `${key} means nothing for a ${service.kind}`, { fix, at: 'key' });
  }
  checkHealth(path, service, written, report);
  checkSize(path, service, report);
  checkDisruption(path, service, report);
  checkGuaranteed(path, service, report);
}

const EXAMPLES: Readonly<Record<string, string>> = {
  ports: 'for example ports: {http: 8080}',
  scaling: 'for example scaling: {min: 2, max: 6, cpu: 70}',
  health: 'for example health: {startup: /healthz, liveness: /healthz, readiness: /readyz}',
  schedule: 'for example schedule: {cron: "0 3 * * *"}',
  volume: 'for example volume: {size: 10Gi, path: /data}',
};

function kindsWith(key: string): readonly string[] {
  return Object.entries(RULES).flatMap(([kind, { refuses }]) => (refuses.includes(key) ? [] : [kind]));
}

function checkHealth(path: string[], { kind, health }: ServiceInput, written: YamlMap, report: Report): void {
  if (kind !== 'web' || !Object.hasOwn(written, 'health')) return;
  for (const probe of ['liveness', 'readiness'] as const) {
    if (health[probe]) continue;
    const why =
      probe === 'readiness' ? 'requests reach a pod before it can answer' : 'a pod that hangs stays';
    report([...path, 'health', probe], `missing: without ${probe} ${why}`, {
      fix: `for example health: {${probe}: /healthz}`,
      at: 'key',
    });
  }
}

function checkSize(path: string[], { kind, scaling }: ServiceInput, report: Report): void {
  if (kind !== 'stateful' || !scaling || scaling.min === scaling.max) return;
  report([...path, 'scaling', 'max'], `expected ${scaling.min}, the same as min`, {
    found: scaling.max,
    fix: 'a stateful service has a fixed size',
  });
}

function checkDisruption(path: string[], { scaling, disruption }: ServiceInput, report: Report): void {
  const { minAvailable } = disruption ?? {};
  if (minAvailable === undefined || !scaling || minAvailable < scaling.min) return;
  report([...path, 'disruption', 'minAvailable'], `expected less than scaling.min, which is ${scaling.min}`, {
    found: minAvailable,
    fix: 'raise scaling.min, or write disruption: {maxUnavailable: 1}: otherwise no node with such a pod can be drained',
  });
}

function checkGuaranteed(path: string[], { qos, resources }: ServiceInput, report: Report): void {
  if (qos !== 'Guaranteed') return;
  const { requests, limits } = resources;
  for (const amount of ['cpu', 'memory'] as const) {
    const limit = limits[amount];
    if (limit === undefined || limit === requests[amount]) continue;
    report([...path, 'resources', 'limits', amount], `expected ${requests[amount]}, as requested`, {
      found: limit,
      fix: 'let the limit be the request, as qos: Guaranteed means, or leave out qos',
    });
  }
}

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
  'volume',
  'ports',
  'health',
  'expose',
  'variants',
  'rateLimit',
  'loadBalancing',
  'circuitBreaker',
  'migrate',
] as const;

const RULES: Readonly<Record<ServiceKind, KindRule>> = {
  web: { needs: ['ports', 'scaling', 'health'], refuses: ['schedule', 'volume', 'job'] },
  worker: { needs: ['scaling'], refuses: ['schedule', 'volume', 'job', 'expose', 'variants'] },
  cron: { needs: ['schedule'], refuses: ENDS_BY_ITSELF },
  task: { needs: [], refuses: ['schedule', ...ENDS_BY_ITSELF] },
  stateful: { needs: ['scaling', 'volume'], refuses: ['schedule', 'job', 'variants'] },
};

/** Settings that only mean something where requests come in. */
const NEED_PORTS = ['expose', 'rateLimit', 'loadBalancing', 'circuitBreaker', 'variants'] as const;

/** Reports what a service of its kind lacks, and what it says in vain. `written` is the service as it was written. */
export function checkKind(name: string, service: ServiceInput, written: YamlMap, report: Report): void {
  const path = ['services', name];
  const rule = RULES[service.kind];
  for (const key of rule.needs) {
    if (!Object.hasOwn(written, key))
      report([...path, key], `missing: a ${service.kind} needs ${key}`, { at: 'key' });
  }
  for (const key of rule.refuses) {
    if (!Object.hasOwn(written, key)) continue;
    report([...path, key], `${key} means nothing for a ${service.kind}`, { fix: 'remove it', at: 'key' });
  }
  for (const key of NEED_PORTS) {
    if (Object.hasOwn(written, key) && !service.ports && !rule.refuses.includes(key)) {
      report([...path, key], `${key} means nothing without ports`, {
        fix: 'give the service ports',
        at: 'key',
      });
    }
  }
  checkHealth(path, service, report);
  checkSize(path, service, report);
  checkVariants(path, service, report);
}

function checkHealth(path: string[], { kind, health }: ServiceInput, report: Report): void {
  if (kind !== 'web') return;
  for (const probe of ['liveness', 'readiness'] as const) {
    if (health[probe]) continue;
    const why =
      probe === 'readiness' ? 'requests reach a pod before it can answer' : 'a pod that hangs stays';
    report([...path, 'health', probe], `missing: without ${probe} ${why}`, { at: 'key' });
  }
}

function checkSize(path: string[], { kind, scaling, qos, resources }: ServiceInput, report: Report): void {
  if (kind === 'stateful' && scaling && scaling.min !== scaling.max) {
    report([...path, 'scaling', 'max'], 'expected the same as min: a stateful service has a fixed size');
  }
  if (qos === 'Guaranteed' && resources.limits.memory !== resources.requests.memory) {
    report(
      [...path, 'resources', 'limits', 'memory'],
      `expected ${resources.requests.memory}, as requested`,
      {
        fix: 'qos: Guaranteed means that limits equal requests',
      },
    );
  }
  const { requests, limits } = resources;
  if (qos === 'Guaranteed' && limits.cpu !== undefined && limits.cpu !== requests.cpu) {
    report([...path, 'resources', 'limits', 'cpu'], `expected ${requests.cpu}, as requested`, {
      fix: 'leave it out: qos: Guaranteed sets it',
    });
  }
}

function checkVariants(path: string[], { variants }: ServiceInput, report: Report): void {
  const weights = Object.values(variants ?? {}).map((variant) => variant.weight ?? 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total >= 100) {
    report(
      [...path, 'variants'],
      `the weights add up to ${total}, which leaves nothing for the stable version`,
    );
  }
  if (variants && Object.hasOwn(variants, 'stable')) {
    report([...path, 'variants', 'stable'], '`stable` is the name of the service itself', { at: 'key' });
  }
}

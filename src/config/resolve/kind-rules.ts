import { KIND_TRAITS, type KindTraits, SERVICE_KINDS } from '../../model/kind-traits.ts';
import type { Report } from '../report.ts';
import type { ServiceInput } from '../schema/service.ts';
import type { YamlMap } from '../source.ts';

type Ask = (traits: KindTraits) => boolean;

const isRunning: Ask = ({ endsByItself }) => !endsByItself;
const hasReplicas: Ask = ({ replicas }) => replicas !== 'none';
const isBalanced: Ask = (traits) => isRunning(traits) && !traits.hasNamedPods;

/** Which kinds a setting has an effect on; settings that are not here have one on all. */
const HAS_EFFECT: Readonly<Partial<Record<keyof ServiceInput, Ask>>> = {
  schedule: ({ runsOnSchedule }) => runsOnSchedule,
  job: ({ endsByItself }) => endsByItself,
  scaling: hasReplicas,
  disruption: hasReplicas,
  antiAffinity: ({ isRolledOut }) => isRolledOut,
  volume: ({ keepsVolume }) => keepsVolume,
  ports: ({ ports }) => ports !== 'none',
  health: isRunning,
  expose: ({ takesRequests }) => takesRequests,
  variants: ({ isRolledOut, takesRequests }) => isRolledOut && takesRequests,
  rateLimit: isRunning,
  // Callers name the pod they want of those that have names, so there is nothing to balance.
  loadBalancing: isBalanced,
  zones: isBalanced,
  circuitBreaker: isRunning,
  migrate: isRunning,
};

/** Which kinds cannot do without a setting. */
const IS_NEEDED: Readonly<Partial<Record<keyof ServiceInput, Ask>>> = {
  ports: ({ ports }) => ports === 'required',
  scaling: hasReplicas,
  health: ({ ports }) => ports === 'required',
  schedule: ({ runsOnSchedule }) => runsOnSchedule,
  volume: ({ keepsVolume }) => keepsVolume,
};

/** Reports what a service of its kind lacks, and what it says in vain. `written` is the service as it was written. */
export function checkKind(name: string, service: ServiceInput, written: YamlMap, report: Report): void {
  const path = ['services', name];
  const traits = KIND_TRAITS[service.kind];
  for (const [key, isNeeded] of Object.entries(IS_NEEDED)) {
    if (Object.hasOwn(written, key) || !isNeeded(traits)) continue;
    report([...path, key], `missing: a ${service.kind} needs ${key}`, { fix: EXAMPLES[key], at: 'key' });
  }
  for (const [key, hasEffect] of Object.entries(HAS_EFFECT)) {
    if (!Object.hasOwn(written, key) || hasEffect(traits)) continue;
    const others = SERVICE_KINDS.filter((kind) => hasEffect(KIND_TRAITS[kind]));
    const fix = `remove it, or choose another kind (${others.join(', ')})`;
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

function checkHealth(path: string[], { kind, health }: ServiceInput, written: YamlMap, report: Report): void {
  if (KIND_TRAITS[kind].ports !== 'required' || !Object.hasOwn(written, 'health')) return;
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
  if (KIND_TRAITS[kind].replicas !== 'fixed' || !scaling || scaling.min === scaling.max) return;
  report([...path, 'scaling', 'max'], `expected ${scaling.min}, the same as min`, {
    found: scaling.max,
    fix: `a ${kind} service has a fixed size`,
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

import { fieldPath, type Site } from './site.ts';
import type { ValuePath } from './value-path.ts';

/**
 * The paths, best first, that a field's value may have in the words of the input; none where no rule knows the field.
 * A service's own fields are below `services.<name>`, those of a variant below its `variants.<variant>`.
 */
export function valuePaths(site: Site): readonly ValuePath[] {
  const { kind } = site.object;
  const path = fieldPath(site);
  const label = path.at(-2) === 'labels' ? [['tags', path.at(-1) as string]] : [];
  if (POD_OWNERS.has(kind)) return [...workloadPaths(site, path), ...label];
  const rule = RULES.get(kind);
  return rule === undefined ? label : [...rule(site, path), ...label];
}

const POD_OWNERS: ReadonlySet<string> = new Set(['Deployment', 'Rollout', 'StatefulSet', 'CronJob', 'Job']);

type Rule = (site: Site, path: readonly string[]) => readonly ValuePath[];

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['HorizontalPodAutoscaler', autoscalerPaths],
  ['ScaledObject', scaledObjectPaths],
  ['AnalysisTemplate', analysisPaths],
  ['ConfigMap', (site, [first, key]) => (first === 'data' ? inService(site, 'env', key) : [])],
  ['ServiceAccount', (site, path) => (path.at(-1) === ROLE ? inService(site, 'roleArn') : [])],
  ['ResourceQuota', quotaPaths],
  ['Ingress', ingressPaths],
  [
    'Telemetry',
    (_, path) => (path[1] === 'tracing' ? wordPath(TRACING, path.at(-1), 'mesh', 'tracing') : []),
  ],
  [
    'Namespace',
    (_, path) => (POD_SECURITY.test(path.at(-1) ?? '') ? [['cluster', 'podSecurityVersion']] : []),
  ],
]);

const ROLE = 'eks.amazonaws.com/role-arn';
const POD_SECURITY = /^pod-security\.kubernetes\.io\/.*-version$/;
const TRACING = { randomSamplingPercentage: 'samplingPercent', name: 'provider' };

function workloadPaths(site: Site, path: readonly string[]): readonly ValuePath[] {
  const last = path.at(-1) as string;
  if (path.includes('containers')) return containerPaths(site, path);
  if (path[1] === 'strategy') return strategyPaths(site, last);
  if (path.length === 2 && last === 'replicas') return inVariant(site, 'scaling', 'min');
  if (path.includes('resources')) return resourcePaths(site, path.slice(path.indexOf('resources')));
  if (path.at(-2) === 'annotations') return proxyPaths(site, last);
  if (last === 'app.kubernetes.io/version') return inVariant(site, 'image', 'tag');
  return last === 'whenUnsatisfiable' && path.at(-2) === ZONE ? inVariant(site, 'zoneSpread') : [];
}

function containerPaths(site: Site, path: readonly string[]): readonly ValuePath[] {
  const last = path.at(-1) as string;
  if (path.includes('resources')) return resourcePaths(site, path.slice(path.indexOf('resources')));
  if (last === 'value' && path.at(-3) === 'env') return inService(site, 'env', path.at(-2));
  return last === 'image' ? inVariant(site, 'image', 'reference') : [];
}

function strategyPaths(site: Site, field: string): readonly ValuePath[] {
  const words = RELEASE.get(field);
  return words === undefined ? [] : inService(site, 'release', words);
}

/** What the input says of a release, by the field of a Rollout's strategy that says it. */
const RELEASE: ReadonlyMap<string, string> = new Map([
  ['steps', 'steps'],
  ['scaleDownDelaySeconds', 'scaleDownDelaySeconds'],
  ['autoPromotionEnabled', 'isPromotedAutomatically'],
  ['autoPromotionSeconds', 'promotionSeconds'],
]);

/** Conditions are whole: `len(result) == 0 || result[0] >= 99`. */
function analysisPaths(site: Site, path: readonly string[]): readonly ValuePath[] {
  const last = path.at(-1);
  if (last === 'address') return [['prometheus', 'url']];
  if (last === 'count') return inService(site, 'release', 'analysis', 'count');
  return last === 'successCondition' ? inService(site, 'release', 'analysis', path[2]) : [];
}

/** `storage` is what a volume asks for, the others are a container's. */
function resourcePaths(site: Site, path: readonly string[]): readonly ValuePath[] {
  return path.at(-1) === 'storage' ? inService(site, 'volume', 'size') : inService(site, ...path);
}

const ZONE = 'topology.kubernetes.io/zone';

const PROXY: ReadonlyMap<string, readonly string[]> = new Map([
  ['sidecar.istio.io/proxyCPU', ['proxy', 'requests', 'cpu']],
  ['sidecar.istio.io/proxyMemory', ['proxy', 'requests', 'memory']],
  ['sidecar.istio.io/proxyCPULimit', ['proxy', 'limits', 'cpu']],
  ['sidecar.istio.io/proxyMemoryLimit', ['proxy', 'limits', 'memory']],
]);

function proxyPaths(site: Site, annotation: string): readonly ValuePath[] {
  const path = PROXY.get(annotation);
  return path === undefined ? [] : [['mesh', ...path], ...inService(site, ...path)];
}

function autoscalerPaths(site: Site, path: readonly string[]): readonly ValuePath[] {
  const last = path.at(-1);
  if (last === 'minReplicas') return inVariant(site, 'scaling', 'min');
  if (last === 'maxReplicas') return inVariant(site, 'scaling', 'max');
  return last === 'averageUtilization' ? inVariant(site, 'scaling', path[2]) : [];
}

function scaledObjectPaths(site: Site, path: readonly string[]): readonly ValuePath[] {
  const last = path.at(-1);
  if (last === 'minReplicaCount') return inVariant(site, 'scaling', 'min');
  if (last === 'maxReplicaCount') return inVariant(site, 'scaling', 'max');
  if (last === 'serverAddress') return [['prometheus', 'url']];
  return last === 'threshold' ? inVariant(site, 'scaling', 'requestsPerSecond') : [];
}

const QUOTA: Readonly<Record<string, string>> = {
  'requests.cpu': 'cpu',
  'requests.memory': 'memory',
  'limits.memory': 'memoryLimit',
  pods: 'pods',
  persistentvolumeclaims: 'volumes',
  'requests.storage': 'storage',
};

function quotaPaths({ object }: Site, path: readonly string[]): readonly ValuePath[] {
  return path[1] === 'hard'
    ? wordPath(QUOTA, path[2], 'quotas', object.namespace ?? object.root.at(-1) ?? '')
    : [];
}

const ALB = 'alb.ingress.kubernetes.io/';

function ingressPaths(_: Site, path: readonly string[]): readonly ValuePath[] {
  const last = path.at(-1) ?? '';
  if (!last.startsWith(ALB)) return [];
  const word = last.slice(ALB.length).replace(/^wafv2-acl/, 'web-acl');
  return [['ingress', word.replace(/-(.)/g, (_match, letter: string) => letter.toUpperCase())]];
}

function inService({ object, owner }: Site, ...path: readonly (string | undefined)[]): readonly ValuePath[] {
  const service = owner ?? object.service;
  return service === undefined ? [] : [['services', service, ...path.filter((key) => key !== undefined)]];
}

function inVariant(site: Site, ...path: readonly (string | undefined)[]): readonly ValuePath[] {
  const { variant } = site.object;
  return variant === undefined ? inService(site, ...path) : inService(site, 'variants', variant, ...path);
}

function wordPath(
  words: Readonly<Record<string, string>>,
  key: string | undefined,
  ...before: ValuePath
): readonly ValuePath[] {
  const word = key !== undefined && Object.hasOwn(words, key) ? words[key] : undefined;
  return word === undefined ? [] : [[...before, word]];
}

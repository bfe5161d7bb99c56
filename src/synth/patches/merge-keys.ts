/**
 * Keys by which Kubernetes tells items of lists apart in a strategic merge: `x-kubernetes-patch-merge-key` in its OpenAPI
 * document (1.34). A list that is not here is replaced as a whole.
 */
const POD_LISTS: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  env: 'name',
  volumeMounts: 'mountPath',
  volumeDevices: 'devicePath',
  volumes: 'name',
  ports: 'containerPort',
  hostAliases: 'ip',
  imagePullSecrets: 'name',
  resourceClaims: 'name',
  schedulingGates: 'name',
  topologySpreadConstraints: 'topologyKey',
};

/** Kinds of workloads by where their pods are described; Rollouts too, whose pods Kubernetes describes. */
const POD_SPECS: Readonly<Record<string, RegExp>> = {
  CronJob: /^spec\.jobTemplate\.spec\.template\.spec\./,
  DaemonSet: /^spec\.template\.spec\./,
  Deployment: /^spec\.template\.spec\./,
  Job: /^spec\.template\.spec\./,
  Pod: /^spec\./,
  Rollout: /^spec\.template\.spec\./,
  StatefulSet: /^spec\.template\.spec\./,
};

/** Lists of other kinds, by their path. */
const OTHER_LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Service: { 'spec.ports': 'port' },
  ServiceAccount: { secrets: 'name', imagePullSecrets: 'name' },
};

/** The key of the items of a list, by the kind of the object and the path of keys; undefined where it is replaced. */
export function mergeKeyOf(kind: string, path: readonly string[]): string | undefined {
  const dotted = path.join('.');
  const other = OTHER_LISTS[kind];
  if (other && Object.hasOwn(other, dotted)) return other[dotted];
  const name = path.at(-1) ?? '';
  const isOfPods = POD_SPECS[kind]?.test(dotted) ?? false;
  if (!isOfPods || !Object.hasOwn(POD_LISTS, name)) return undefined;
  // A projected volume has sources, and a config map has items: lists of their own that are replaced.
  return /\.volumes\./.test(dotted) ? undefined : POD_LISTS[name];
}

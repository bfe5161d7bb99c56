import type { ManifestObject } from '../model/manifest.ts';
import { type Annotations, withAnnotations } from './annotations.ts';

/**
 * The Argo CD sync wave of each kind that does not belong to wave 0, where workloads start.
 * What a pod needs to exist comes before it: its namespace, its rights and policies, its secrets and configuration,
 * the routes to it. What acts on a running workload comes after.
 */
const WAVES: Readonly<Record<string, number>> = {
  Namespace: -30,
  CustomResourceDefinition: -30,
  PriorityClass: -20,
  StorageClass: -20,
  ResourceQuota: -20,
  LimitRange: -20,
  ClusterRole: -20,
  ClusterRoleBinding: -20,
  Role: -20,
  RoleBinding: -20,
  ServiceAccount: -20,
  NetworkPolicy: -20,
  PeerAuthentication: -20,
  RequestAuthentication: -20,
  AuthorizationPolicy: -20,
  Sidecar: -20,
  ServiceEntry: -20,
  EnvoyFilter: -20,
  Telemetry: -20,
  PersistentVolume: -20,
  ClusterSecretStore: -10,
  SecretStore: -10,
  Password: -10,
  ExternalSecret: -9,
  ConfigMap: -9,
  Secret: -9,
  Service: -5,
  DestinationRule: -5,
  AnalysisTemplate: -5,
  VirtualService: -4,
  HTTPRoute: -4,
  GRPCRoute: -4,
  Job: -1,
  HorizontalPodAutoscaler: 1,
  ScaledObject: 1,
  PodDisruptionBudget: 1,
  Gateway: 2,
  Ingress: 3,
};

/**
 * Those of kinds that share their name with another: a Gateway of the Gateway API has to be there before routes are well,
 * and Argo CD waits for both. A certificate may be proven through the Gateway, and the Gateway waits for it: side by side.
 */
const WAVES_OF_GROUPS: Readonly<Record<string, number>> = {
  'gateway.networking.k8s.io/v1 Gateway': -6,
  'cert-manager.io/v1 Certificate': -6,
};

/** The waves of the kinds in a file, by the kind and its usual wave. */
export type Waves = (wave: number, kind: string) => number;

/** As they are: what nobody has to wait for. */
export const inFirstTurn: Waves = (wave) => wave;

/**
 * Those of a service that has to wait for others, and for the pods of others: its migration and whatever comes after it
 * follow what runs in the turn before.
 */
export function inTurn(turn: number): Waves {
  return turn === 0 ? inFirstTurn : (wave) => (wave >= MIGRATION ? wave + STEP * turn : wave);
}

/** The way in opens after the last turn. */
function afterTurns(last: number): Waves {
  return last === 0 ? inFirstTurn : (wave) => (wave > RUNNING ? wave + STEP * last : wave);
}

/** The way in of an environment, by the turns of its services. */
export function afterLastTurn(turns: ReadonlyMap<string, number>): Waves {
  return afterTurns(Math.max(0, ...turns.values()));
}

/**
 * What watches a platform is many programs that do not wait for one another: a secret that is missing keeps its own
 * reader waiting, and nobody else.
 */
export const sideBySide: Waves = (wave, kind) => (SIDE_BY_SIDE.has(kind) ? 0 : wave);

const SIDE_BY_SIDE = new Set(['SecretStore', 'ExternalSecret', 'PodDisruptionBudget']);

const MIGRATION = -1;
/** The last wave of what acts on running workloads. */
const RUNNING = 1;
/** Waves of a turn: a migration, and the workload after it. */
const STEP = 2;

/** Where Argo CD reads the wave of an object. */
export const WAVE_ANNOTATION = 'argocd.argoproj.io/sync-wave';

/** Annotations of the many objects that have no other: one map per wave. */
const annotations = new Map<number, Annotations>();

function waveAnnotation(wave: number): Annotations {
  const known = annotations.get(wave);
  if (known) return known;
  const made = { [WAVE_ANNOTATION]: String(wave) };
  annotations.set(wave, made);
  return made;
}

/** The object with its sync wave as Argo CD reads it; unchanged in wave 0. */
export function withSyncWave(object: ManifestObject, waves: Waves = inFirstTurn): ManifestObject {
  const usual = WAVES_OF_GROUPS[`${object.apiVersion} ${object.kind}`] ?? WAVES[object.kind] ?? 0;
  const wave = waves(usual, object.kind);
  return wave === 0 ? object : withAnnotations(object, waveAnnotation(wave));
}

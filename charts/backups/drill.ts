import type { Construct } from 'constructs';
import { ConfigMap, type PolicyRule } from '../../imports/kubernetes.ts';
import type { RestoreSpec } from '../../imports/velero.ts';
import type { Backups } from '../../src/model/backups.ts';
import type { Environment } from '../../src/model/environment.ts';
import { workloadType } from '../deployments.ts';
import { addToolboxJob } from '../toolbox/job.ts';
import { REPORT } from './drill-namespace.ts';
import { expectedOf } from './expected.ts';
import { DRILL_SCRIPT } from './script.ts';

/** Two hours to restore, and time to clean up and report before the job is stopped. */
const WAIT_SECONDS = 2 * 3600;
const TIMEOUT_SECONDS = WAIT_SECONDS + 1800;

/**
 * Restores the newest backup into the drill's namespace, looks for what is expected, writes a line into the report, and
 * removes all of it again. A drill that fails leaves a failed Job, so the time of its last success tells whether one is due.
 */
export function addDrill(scope: Construct, environment: Environment, backups: Backups): void {
  const { platform } = environment;
  const { drill, namespace: velero } = backups;
  const kinds = workloadKinds(environment);
  const modifier = `${platform}-drill`;
  new ConfigMap(scope, {
    metadata: { name: modifier, namespace: velero },
    data: { 'modifiers.yaml': withoutPods(kinds.filter((type) => type !== STATEFUL_SET)) },
  });
  addToolboxJob(scope, environment, {
    name: 'backup-drill',
    namespace: drill.namespace,
    purpose: 'drill',
    schedule: drill.schedule,
    timeoutSeconds: TIMEOUT_SECONDS,
    retries: 0,
    image: drill.toolbox,
    script: DRILL_SCRIPT,
    variables: {
      EXPECTED: JSON.stringify(expectedOf(environment)),
      KINDS: kinds.join(','),
      MAX_AGE_SECONDS: String(drill.maxAgeSeconds),
      PLATFORM: platform,
      POLL_SECONDS: '10',
      RESTORE: JSON.stringify(restoreSpec(environment, drill.namespace, modifier, kinds)),
      VELERO: velero,
      WAIT_SECONDS: String(WAIT_SECONDS),
    },
    rights: ownRules(kinds),
    rightsIn: new Map([[velero, VELERO_RULES]]),
  });
}

const STATEFUL_SET = 'statefulsets.apps';

/** Kinds of workloads that are restored, as `resource.group`. */
function workloadKinds({ services }: Environment): readonly string[] {
  const isReleased = services.some((service) => workloadType(service).kind === 'Rollout');
  return ['deployments.apps', STATEFUL_SET, ...(isReleased ? ['rollouts.argoproj.io'] : [])];
}

/**
 * What is restored: workloads, and what their pods need to start. No routes, which would take requests of the platform,
 * no policies, which would open the namespace, and no pods, which nothing would own.
 */
function restoreSpec(
  { namespaces }: Environment,
  drill: string,
  modifier: string,
  kinds: readonly string[],
): RestoreSpec {
  return {
    includedNamespaces: [namespaces.services],
    includedResources: [...NEEDED, ...VOLUMES, ...kinds],
    namespaceMapping: { [namespaces.services]: drill },
    restorePVs: true,
    existingResourcePolicy: 'none',
    resourceModifier: { kind: 'configmap', name: modifier },
  };
}

const NEEDED = ['configmaps', 'serviceaccounts', 'services'] as const;
const VOLUMES = [
  'persistentvolumeclaims',
  'persistentvolumes',
  'volumesnapshots.snapshot.storage.k8s.io',
  'volumesnapshotcontents.snapshot.storage.k8s.io',
] as const;

/**
 * Services without a volume come back without pods: they keep nothing, and would take work from those of the platform if
 * they could. https://velero.io/docs/main/restore-resource-modifiers/
 */
function withoutPods(kinds: readonly string[]): string {
  const rules = kinds.map(
    (groupResource) => `- conditions:
    groupResource: ${groupResource}
  mergePatches:
  - patchData: '{"spec": {"replicas": 0}}'
`,
  );
  return `version: v1\nresourceModifierRules:\n${rules.join('')}`;
}

const VERBS = ['get', 'list', 'watch', 'delete'] as const;

function ownRules(kinds: readonly string[]): readonly PolicyRule[] {
  const workloads = kinds.map((kind) => {
    const [resource = '', ...group] = kind.split('.');
    return { apiGroups: [group.join('.')], resources: [resource], verbs: VERBS };
  });
  return [
    { apiGroups: [''], resources: [...NEEDED, 'persistentvolumeclaims'], verbs: VERBS },
    { apiGroups: [''], resources: ['configmaps'], resourceNames: [REPORT], verbs: ['patch'] },
    ...workloads,
  ];
}

const VELERO_RULES: readonly PolicyRule[] = [
  { apiGroups: ['velero.io'], resources: ['backups'], verbs: ['get', 'list'] },
  { apiGroups: ['velero.io'], resources: ['restores'], verbs: ['create', 'get', 'list', 'delete'] },
];

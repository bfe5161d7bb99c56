/** A kind of object as `kubectl` is told of it. */
export interface KubectlResource {
  readonly group: string;
  /** Plural, as rules write it. */
  readonly resource: string;
  readonly isNamespaced: boolean;
}

type Row = readonly [group: string, resource: string, names: readonly string[]];

const NAMESPACED: readonly Row[] = [
  ['', 'configmaps', ['configmap', 'cm']],
  ['', 'events', ['event', 'ev']],
  ['', 'persistentvolumeclaims', ['persistentvolumeclaim', 'pvc']],
  ['', 'pods', ['pod', 'po']],
  ['', 'resourcequotas', ['resourcequota', 'quota']],
  ['', 'secrets', ['secret']],
  ['', 'serviceaccounts', ['serviceaccount', 'sa']],
  ['', 'services', ['service', 'svc']],
  ['apps', 'daemonsets', ['daemonset', 'ds']],
  ['apps', 'deployments', ['deployment', 'deploy']],
  ['apps', 'replicasets', ['replicaset', 'rs']],
  ['apps', 'statefulsets', ['statefulset', 'sts']],
  ['argoproj.io', 'analysisruns', ['analysisrun']],
  ['argoproj.io', 'applications', ['application', 'app', 'apps']],
  ['argoproj.io', 'rollouts', ['rollout', 'ro']],
  ['autoscaling', 'horizontalpodautoscalers', ['horizontalpodautoscaler', 'hpa']],
  ['batch', 'cronjobs', ['cronjob', 'cj']],
  ['batch', 'jobs', ['job']],
  ['cert-manager.io', 'certificates', ['certificate', 'cert']],
  ['cert-manager.io', 'issuers', ['issuer']],
  ['external-secrets.io', 'externalsecrets', ['externalsecret', 'es']],
  ['external-secrets.io', 'secretstores', ['secretstore', 'ss']],
  ['keda.sh', 'scaledobjects', ['scaledobject', 'so']],
  ['networking.istio.io', 'destinationrules', ['destinationrule', 'dr']],
  ['networking.istio.io', 'gateways', ['gateway', 'gw']],
  ['networking.istio.io', 'serviceentries', ['serviceentry', 'se']],
  ['networking.istio.io', 'virtualservices', ['virtualservice', 'vs']],
  ['networking.k8s.io', 'ingresses', ['ingress', 'ing']],
  ['networking.k8s.io', 'networkpolicies', ['networkpolicy', 'netpol']],
  ['policy', 'poddisruptionbudgets', ['poddisruptionbudget', 'pdb']],
  ['security.istio.io', 'authorizationpolicies', ['authorizationpolicy', 'ap']],
  ['telemetry.istio.io', 'telemetries', ['telemetry']],
  ['velero.io', 'backups', ['backup']],
  ['velero.io', 'backupstoragelocations', ['backupstoragelocation', 'bsl']],
  ['velero.io', 'restores', ['restore']],
];

const OF_CLUSTER: readonly Row[] = [
  ['', 'namespaces', ['namespace', 'ns']],
  ['', 'nodes', ['node', 'no']],
  ['', 'persistentvolumes', ['persistentvolume', 'pv']],
  ['admissionregistration.k8s.io', 'mutatingwebhookconfigurations', ['mutatingwebhookconfiguration', 'mwc']],
  [
    'admissionregistration.k8s.io',
    'validatingwebhookconfigurations',
    ['validatingwebhookconfiguration', 'vwc'],
  ],
  ['apiextensions.k8s.io', 'customresourcedefinitions', ['customresourcedefinition', 'crd', 'crds']],
  ['certificates.k8s.io', 'certificatesigningrequests', ['certificatesigningrequest', 'csr']],
  ['karpenter.sh', 'nodeclaims', ['nodeclaim']],
  ['karpenter.sh', 'nodepools', ['nodepool']],
  ['scheduling.k8s.io', 'priorityclasses', ['priorityclass', 'pc']],
  ['storage.k8s.io', 'storageclasses', ['storageclass', 'sc']],
];

const BY_NAME: ReadonlyMap<string, KubectlResource> = new Map(
  [
    ...NAMESPACED.map((row) => [row, true] as const),
    ...OF_CLUSTER.map((row) => [row, false] as const),
  ].flatMap(([[group, resource, names], isNamespaced]) =>
    [resource, ...names].map((name) => [name, { group, resource, isNamespaced }] as const),
  ),
);

/** What a name such as `deploy`, `pods` or `applications.argoproj.io` stands for; undefined where it is not known here. */
export function kubectlResource(name: string): KubectlResource | undefined {
  const [short = '', ...group] = name.toLowerCase().split('.');
  const known = BY_NAME.get(short);
  return group.length === 0 || known?.group === group.join('.') ? known : undefined;
}

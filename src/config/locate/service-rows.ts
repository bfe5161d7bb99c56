import type { Row } from './row.ts';

/** What decides the fields of a service's objects. The first row that matches counts. */
export const SERVICE_ROWS: readonly Row[] = [
  {
    field: /containers\[[^\]]*\]\.image$/i,
    inputs: [
      'images.$service.variants.$variant.tag',
      'images.$service.variants.$variant.digest',
      'images.$service.tag',
      'images.$service.digest',
      'services.$service.repository',
    ],
  },
  {
    field: /^spec\.volumeClaimTemplates\b.*storageClassName/,
    inputs: ['services.$service.volume.storageClass'],
  },
  { field: /^spec\.volumeClaimTemplates\b/, inputs: ['services.$service.volume.size'] },
  {
    field: /\.resources(?:\.(requests|limits))?(?:\.(cpu|memory))?\b/,
    inputs: [
      'services.$service.resources.$1.$2',
      'services.$service.resources.$1',
      'services.$service.resources',
    ],
  },
  { field: /^spec\.(?:minReplicas|replicas)$/, inputs: scaling('.min') },
  { field: /^spec\.maxReplicas$/, inputs: scaling('.max') },
  { kinds: ['HorizontalPodAutoscaler'], field: /^spec\.metrics\[(cpu|memory)\]/, inputs: scaling('.$1') },
  { kinds: ['HorizontalPodAutoscaler', 'PodDisruptionBudget'], field: /^/, inputs: scaling('') },
  {
    field: /\.(startup|liveness|readiness)Probe\b/,
    inputs: ['services.$service.health.$1', 'services.$service.health'],
  },
  { field: /\.lifecycle\b/, inputs: ['services.$service.stop.drain', 'services.$service.stop'] },
  {
    field: /\.terminationGracePeriodSeconds$/,
    inputs: ['services.$service.stop.grace', 'services.$service.stop'],
  },
  { field: /\.env\[([^\]]+)\]/, inputs: ['services.$service.env.$1', 'services.$service.env'] },
  {
    kinds: ['ConfigMap'],
    field: /^data[.[]["']?([^\]"']+)/,
    inputs: ['services.$service.env.$1', 'services.$service.env'],
  },
  {
    kinds: ['ExternalSecret'],
    field: /^/,
    inputs: ['services.$service.secretFiles', 'services.$service.env', 'services.$service.uses'],
  },
  {
    field: /^spec\.(?:timeZone|concurrencyPolicy|schedule|startingDeadlineSeconds)$/,
    inputs: ['services.$service.schedule'],
  },
  {
    field: /\bbackoffLimit$/,
    inputs: [
      'services.$service.$variant.retries',
      'services.$service.$variant',
      'services.$service.job.retries',
    ],
  },
  {
    field: /\bactiveDeadlineSeconds$/,
    inputs: [
      'services.$service.$variant.timeout',
      'services.$service.$variant',
      'services.$service.job.timeout',
    ],
  },
  {
    field: /\.(command|args)\b/,
    inputs: ['services.$service.$variant.$1', 'services.$service.$1', 'services.$service.health'],
  },
  {
    field: /\.volume(?:s|Mounts)\b/,
    inputs: ['services.$service.writablePaths', 'services.$service.volume', 'services.$service.secretFiles'],
  },
  { field: /\bports\[([^\]]+)\]/, inputs: ['services.$service.ports.$1', 'services.$service.ports'] },
  { field: /\bports\b/, inputs: ['services.$service.ports'] },
  { field: /\.priorityClassName$/, inputs: ['services.$service.priority'] },
  { kinds: ['ServiceAccount'], field: /^metadata\.annotations\b/, inputs: ['services.$service.roleArn'] },
  { field: /\blabels[.[]["']?([^\]"']+)/, inputs: ['tags.$1'] },
  {
    kinds: ['NetworkPolicy', 'AuthorizationPolicy', 'Sidecar'],
    field: /^/,
    inputs: ['services.$service.uses', 'services.$service.expose', 'services.$service.ports'],
  },
  { kinds: ['RequestAuthentication'], field: /^/, inputs: ['services.$service.expose.auth', 'jwt'] },
  { kinds: ['EnvoyFilter'], field: /^/, inputs: ['services.$service.rateLimit'] },
  {
    kinds: ['VirtualService'],
    field: /^/,
    inputs: ['services.$service.variants', 'services.$service.expose'],
  },
  {
    kinds: ['DestinationRule'],
    field: /\blocalityLbSetting\b/,
    inputs: ['services.$service.zones'],
  },
  {
    kinds: ['DestinationRule'],
    field: /\bretryBudget\b/,
    inputs: ['services.$service.circuitBreaker.maxRetryPercent', 'services.$service.circuitBreaker'],
  },
  {
    kinds: ['DestinationRule'],
    field: /\bloadBalancer\b/,
    inputs: ['services.$service.loadBalancing'],
  },
  {
    kinds: ['DestinationRule'],
    field: /^/,
    inputs: ['services.$service.circuitBreaker', 'services.$service.variants'],
  },
];

function scaling(key: string): readonly string[] {
  return [
    `services.$service.variants.$variant.scaling${key}`,
    `services.$service.variants.$variant.scaling`,
    `services.$service.scaling${key}`,
    'services.$service.scaling',
  ];
}

import type { Row } from './row.ts';

/**
 * What decides the objects of what watches an environment. `$program` is the image, `$section` and `$part` what the
 * input calls its settings and its switch, `$resource` the resource of an exporter.
 */
export const OBSERVABILITY_ROWS: readonly Row[] = [
  {
    field: /containers\[[^\]]*\]\.image$/i,
    inputs: [
      'observability.images.$program.digest',
      'observability.images.$program.tag',
      'observability.images.$program',
      ...ofProgram(),
    ],
  },
  {
    field: /storageClassName/,
    inputs: ['observability.$section.storageClass', ...ofProgram()],
  },
  {
    field: /^spec\.volumeClaimTemplates\b/,
    inputs: ['observability.$section.storage', 'observability.$section.volume', ...ofProgram()],
  },
  {
    field: /\.resources(?:\.(requests|limits))?(?:\.(cpu|memory))?\b/,
    inputs: [
      'observability.$section.resources.$1.$2',
      'observability.$section.resources.$1',
      'observability.$section.resources',
      ...ofProgram(),
    ],
  },
  { field: /^spec\.replicas$/, inputs: ['observability.$section.replicas', ...ofProgram()] },
  { field: /\.priorityClassName$/, inputs: ['observability.priority', 'observability'] },
  { kinds: ['ExternalSecret'], field: /^/, inputs: ['observability.$section.secret', ...ofProgram()] },
  {
    kinds: ['ServiceAccount'],
    field: /^metadata\.annotations\b/,
    inputs: ['observability.$section.roleArn', ...ofProgram()],
  },
  {
    kinds: ['VirtualService', 'Gateway'],
    field: /^/,
    inputs: ['observability.grafana.host', 'observability.grafana', 'observability'],
  },
  { kinds: ['PrometheusRule'], field: /^/, inputs: ['metrics', 'observability.level', 'observability'] },
  { field: /\blabels[.[]["']?([^\]"']+)/, inputs: ['tags.$1', ...ofProgram()] },
  { field: /^/, inputs: ofProgram() },
];

/** What the input says of a program at all, most specific first. */
function ofProgram(): readonly string[] {
  return [
    'observability.resources.$resource',
    'resources.$resource',
    'observability.$section',
    'observability.parts.$part',
    'observability.level',
    'observability',
  ];
}

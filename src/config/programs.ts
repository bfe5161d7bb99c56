import { resourceTypes } from '../../resources/index.ts';

/** Where an image is, and the version of it that Charthouse is written for. */
export interface ProgramImage {
  readonly repository: string;
  readonly tag: string;
}

const OWN: Readonly<Record<string, ProgramImage>> = {
  alertmanager: { repository: 'quay.io/prometheus/alertmanager', tag: 'v0.34.0' },
  'blackbox-exporter': { repository: 'quay.io/prometheus/blackbox-exporter', tag: 'v0.28.0' },
  'cloudwatch-exporter': {
    repository: 'quay.io/prometheuscommunity/yet-another-cloudwatch-exporter',
    tag: 'v0.67.0',
  },
  'fluent-bit': { repository: 'docker.io/fluent/fluent-bit', tag: '5.1.1' },
  grafana: { repository: 'docker.io/grafana/grafana', tag: '13.1.3' },
  jaeger: { repository: 'docker.io/jaegertracing/jaeger', tag: '2.20.0' },
  kiali: { repository: 'quay.io/kiali/kiali', tag: 'v2.30.0' },
  'kube-state-metrics': {
    repository: 'registry.k8s.io/kube-state-metrics/kube-state-metrics',
    tag: 'v2.20.0',
  },
  'node-exporter': { repository: 'quay.io/prometheus/node-exporter', tag: 'v1.12.1' },
  // Of the distributions only this one can choose traces by how they ended (tail_sampling).
  'opentelemetry-collector': {
    repository: 'docker.io/otel/opentelemetry-collector-contrib',
    tag: '0.159.0',
  },
  prometheus: { repository: 'quay.io/prometheus/prometheus', tag: 'v3.14.0' },
};

const OF_RESOURCES = Object.values(resourceTypes).flatMap(({ watching }): [string, ProgramImage][] =>
  watching?.reader.kind === 'program' ? [[watching.reader.program, watching.reader.image]] : [],
);

/**
 * The image of each program that watches a platform, as its makers publish it, sorted by name. Versions are pinned here,
 * and for exporters of resources in the folder of their type; `observability.images` has an environment run others.
 */
export const PROGRAM_IMAGES: ReadonlyMap<string, ProgramImage> = new Map(
  [...Object.entries(OWN), ...OF_RESOURCES].sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** Names of the programs, sorted. */
export const PROGRAMS: readonly string[] = [...PROGRAM_IMAGES.keys()];

import type { Program } from '../model/observability.ts';

/** Where an image is, and the version of it that Charthouse is written for. */
export interface ProgramImage {
  readonly repository: string;
  readonly tag: string;
}

/**
 * The image of each program that watches a platform, as its makers publish it. Versions are pinned here and nowhere
 * else; `observability.images` has an environment run others.
 */
export const PROGRAM_IMAGES: Readonly<Record<Program, ProgramImage>> = {
  alertmanager: { repository: 'quay.io/prometheus/alertmanager', tag: 'v0.34.0' },
  'blackbox-exporter': { repository: 'quay.io/prometheus/blackbox-exporter', tag: 'v0.28.0' },
  'cloudwatch-exporter': {
    repository: 'quay.io/prometheuscommunity/yet-another-cloudwatch-exporter',
    tag: 'v0.67.0',
  },
  'elasticsearch-exporter': {
    repository: 'quay.io/prometheuscommunity/elasticsearch-exporter',
    tag: 'v1.11.0',
  },
  'fluent-bit': { repository: 'docker.io/fluent/fluent-bit', tag: '5.1.1' },
  grafana: { repository: 'docker.io/grafana/grafana', tag: '13.1.3' },
  jaeger: { repository: 'docker.io/jaegertracing/jaeger', tag: '2.20.0' },
  kiali: { repository: 'quay.io/kiali/kiali', tag: 'v2.30.0' },
  'kube-state-metrics': {
    repository: 'registry.k8s.io/kube-state-metrics/kube-state-metrics',
    tag: 'v2.20.0',
  },
  'mongodb-exporter': { repository: 'docker.io/percona/mongodb_exporter', tag: '0.53.0' },
  'node-exporter': { repository: 'quay.io/prometheus/node-exporter', tag: 'v1.12.1' },
  // Of the distributions only this one can choose traces by how they ended (tail_sampling).
  'opentelemetry-collector': {
    repository: 'docker.io/otel/opentelemetry-collector-contrib',
    tag: '0.159.0',
  },
  'postgres-exporter': { repository: 'quay.io/prometheuscommunity/postgres-exporter', tag: 'v0.20.1' },
  prometheus: { repository: 'quay.io/prometheus/prometheus', tag: 'v3.14.0' },
  'redis-exporter': { repository: 'docker.io/oliver006/redis_exporter', tag: 'v1.89.0' },
};

import type { Exporter } from '../../monitoring/forms/exporter.ts';
import { type Selector, selector } from '../../monitoring/forms/selector.ts';

/** OpenSearch. */
export const metrics: Exporter = {
  job: 'elasticsearch-exporter',
  source: 'https://github.com/prometheus-community/elasticsearch_exporter, 1.11',
  metrics: {
    elasticsearch_cluster_health_number_of_nodes: 'gauge',
    elasticsearch_cluster_health_status: 'gauge',
    elasticsearch_cluster_health_unassigned_shards: 'gauge',
    elasticsearch_filesystem_data_available_bytes: 'gauge',
    elasticsearch_filesystem_data_size_bytes: 'gauge',
    elasticsearch_indices_indexing_index_total: 'counter',
    elasticsearch_indices_search_query_total: 'counter',
    elasticsearch_jvm_memory_max_bytes: 'gauge',
    elasticsearch_jvm_memory_used_bytes: 'gauge',
  },
};

/** What its exporter says; the label `resource` tells of which one. */
export const opensearch: Selector = selector(metrics.job);

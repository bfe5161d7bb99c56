import { json } from '../store/index-policy.ts';

/** What the names of the indices with a platform's logs start with; the day follows. */
export function logIndices(platform: string): string {
  return `${platform}-logs`;
}

/**
 * Template of these indices, as text. What services write beside the known fields is one field, which any key may be
 * asked for: otherwise each key would be a field of its own, and a line in which one has another type than the day
 * before would be refused. Needs OpenSearch 2.7: https://docs.opensearch.org/latest/mappings/supported-field-types/flat-object/
 */
export function logTemplateText(platform: string): string {
  return json({
    index_patterns: [`${logIndices(platform)}-*`],
    priority: 100,
    template: {
      settings: { index: { number_of_shards: 1, number_of_replicas: 1, refresh_interval: '10s' } },
      mappings: {
        dynamic: false,
        properties: {
          '@timestamp': { type: 'date' },
          ...Object.fromEntries(WORDS.map((field) => [field, { type: 'keyword', ignore_above: 1024 }])),
          message: { type: 'text' },
          fields: { type: 'flat_object' },
        },
      },
    },
  });
}

const WORDS = ['container', 'level', 'namespace', 'node', 'pod', 'service', 'span_id', 'trace_id'];

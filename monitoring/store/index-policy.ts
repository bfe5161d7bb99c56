/** Indices of one kind in a store, all of whose names start the same, and how long they are kept. */
export interface KeptIndices {
  /** `shop-logs`; the day follows. Also the name of their policy and template. */
  readonly indices: string;
  readonly retentionDays: number;
}

/**
 * Policy by which OpenSearch deletes indices, as text: https://docs.opensearch.org/latest/im-plugin/ism/policies/
 * An index is filled for a day, so it goes a day after what came into it first, and everything is kept long enough.
 */
export function indexPolicyText({ indices, retentionDays }: KeptIndices): string {
  const age = `${retentionDays + 1}d`;
  return json({
    policy: {
      // The job compares this line to see whether the store has another policy yet.
      description: `Deletes ${indices}-* after ${age}`,
      default_state: 'kept',
      states: [
        {
          name: 'kept',
          actions: [],
          transitions: [{ state_name: 'deleted', conditions: { min_index_age: age } }],
        },
        { name: 'deleted', actions: [{ delete: {} }], transitions: [] },
      ],
      ism_template: [{ index_patterns: [`${indices}-*`], priority: 100 }],
    },
  });
}

/** Data as a file of JSON that people can read. */
export function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

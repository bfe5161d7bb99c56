/** Rights to some kinds of objects, as a rule of a Role or ClusterRole writes them. */
export interface Rule {
  readonly apiGroups: readonly string[];
  /** Plural, with their subresource: `deployments`, `deployments/scale`. */
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** One right: a verb on one kind of object. */
export interface Right {
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
}

/** Whether rules grant a right. None of them has a wildcard or names. */
export function grants(rules: readonly Rule[], { group, resource, verb }: Right): boolean {
  return rules.some(
    ({ apiGroups, resources, verbs }) =>
      apiGroups.includes(group) && resources.includes(resource) && verbs.includes(verb),
  );
}

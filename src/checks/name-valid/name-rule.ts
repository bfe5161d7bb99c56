/** What names of one sort may look like. */
export interface NameRule {
  /** `a DNS label: ...`, as messages say it. */
  readonly says: string;
  readonly pattern: RegExp;
  readonly longest: number;
}

const LABEL_TEXT = 'lower-case letters, digits and -, beginning and ending with a letter or digit';

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names */
export const DNS_LABEL: NameRule = {
  says: `at most 63 ${LABEL_TEXT}`,
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  longest: 63,
};

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names */
export const DNS_SUBDOMAIN: NameRule = {
  says: `at most 253 ${LABEL_TEXT}, in parts with dots between`,
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  longest: 253,
};

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names */
export const SERVICE_NAME: NameRule = {
  says: 'at most 63 lower-case letters, digits and -, beginning with a letter and ending with a letter or digit',
  pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  longest: 63,
};

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#path-segment-names */
export const PATH_SEGMENT: NameRule = {
  says: 'a name without / and %, other than . and ..',
  pattern: /^(?!\.\.?$)[^/%]+$/,
  longest: Number.POSITIVE_INFINITY,
};

/** Of a container's port. https://www.rfc-editor.org/rfc/rfc6335#section-5.1 */
export const PORT_NAME: NameRule = {
  says: 'at most 15 lower-case letters, digits and single -, with a letter among them',
  pattern: /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/,
  longest: 15,
};

/** Of what a ConfigMap or Secret holds. https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-object */
export const DATA_KEY: NameRule = {
  says: 'at most 253 letters, digits, -, _ and ., other than . and not beginning with ..',
  pattern: /^(?!\.$)(?!\.\.)[-._a-zA-Z0-9]+$/,
  longest: 253,
};

/** Whether a name follows its rule. */
export function follows({ pattern, longest }: NameRule, name: string): boolean {
  return name.length <= longest && pattern.test(name);
}

import type { ManifestObject } from '../../model/manifest.ts';
import { DNS_LABEL, DNS_SUBDOMAIN, type NameRule, PATH_SEGMENT, SERVICE_NAME } from './name-rule.ts';

/** The rule for the names of objects of a kind: a DNS subdomain, unless the kind is stricter or laxer. */
export function nameRuleOf({ apiVersion, kind }: ManifestObject): NameRule {
  const rules = apiVersion.startsWith('rbac.authorization.k8s.io/') ? ROLE_RULES : RULES[apiVersion];
  return rules && Object.hasOwn(rules, kind) ? (rules[kind] ?? DNS_SUBDOMAIN) : DNS_SUBDOMAIN;
}

type Rules = Readonly<Record<string, NameRule>>;

const ROLE_RULES: Rules = {
  Role: PATH_SEGMENT,
  ClusterRole: PATH_SEGMENT,
  RoleBinding: PATH_SEGMENT,
  ClusterRoleBinding: PATH_SEGMENT,
};

// A controller adds to these names what has to fit into 63 characters with them.
const RULES: Readonly<Record<string, Rules | undefined>> = {
  v1: { Namespace: DNS_LABEL, Service: SERVICE_NAME },
  'apps/v1': { StatefulSet: atMost(52, 'the revision of its pods, a label, is made of it') },
  'batch/v1': {
    CronJob: atMost(52, 'its Jobs add the time to it'),
    Job: atMost(63, 'it becomes a label of its pods'),
  },
};

function atMost(longest: number, reason: string): NameRule {
  return {
    ...DNS_SUBDOMAIN,
    longest,
    says: DNS_SUBDOMAIN.says.replace('253', `${longest}`).concat(` (${reason})`),
  };
}

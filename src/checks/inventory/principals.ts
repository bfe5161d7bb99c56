import type { ManifestObject } from '../../model/manifest.ts';
import type { AuthorizationPolicySpec, AuthorizationSource } from './istio.ts';
import { oncePerItem } from './once.ts';
import { namespaceOf, specOf } from './spec.ts';

/** An identity that a rule names in full. */
export interface Principal {
  readonly namespace: string;
  readonly account: string;
  readonly field: string;
}

/** The callers an AuthorizationPolicy names; those with wildcards stand for many and are left out. */
export const principalsOf = oncePerItem((policy: ManifestObject): readonly Principal[] =>
  (specOf<AuthorizationPolicySpec>(policy).rules ?? []).flatMap(({ from = [] }, rule) =>
    from.flatMap(({ source }, index) => {
      const field = `spec.rules[${rule}].from[${index}].source`;
      return source ? inSource(source, namespaceOf(policy), field) : [];
    }),
  ),
);

const IDENTITY = /^[^/*]+\/ns\/([^/*]+)\/sa\/([^/*]+)$/;

function inSource(source: AuthorizationSource, own: string, field: string): readonly Principal[] {
  const { principals = [], serviceAccounts = [] } = source;
  const named = principals.flatMap((principal, index) => {
    const [, namespace, account] = IDENTITY.exec(principal) ?? [];
    return namespace && account ? [{ namespace, account, field: `${field}.principals[${index}]` }] : [];
  });
  const accounts = serviceAccounts.map((text, index) => {
    const [namespace = own, account = text] = text.includes('/') ? text.split('/') : [];
    return { namespace, account, field: `${field}.serviceAccounts[${index}]` };
  });
  return [...named, ...accounts];
}

import type { IPolicyRule } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import type { ManifestObject } from '../../model/manifest.ts';
import type { Inventory } from './inventory.ts';
import { oncePerInventory } from './once.ts';

/** A rule of a Role or ClusterRole. */
export interface PlacedRule {
  readonly object: ManifestObject;
  /** `rules[0]`. */
  readonly field: string;
  readonly rule: IPolicyRule;
}

/** Things that a rule may allow to do with some kinds of objects. */
export interface Right {
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** A rule that grants a right, and what of it: `create pods/exec`. */
export interface Granted extends PlacedRule {
  readonly found: string;
}

/** Every rule of every Role and ClusterRole. */
export const placedRules: (inventory: Inventory) => readonly PlacedRule[] = oncePerInventory(({ ofKind }) => {
  const group = 'rbac.authorization.k8s.io';
  return [...ofKind('Role', group), ...ofKind('ClusterRole', group)].flatMap((object) =>
    ((object['rules'] ?? []) as readonly IPolicyRule[]).map((rule, index) => ({
      ...{ object, rule },
      field: `rules[${index}]`,
    })),
  );
});

/**
 * The rules that grant one of some rights by name. Wildcards are left to `wildcards-not-granted`; rules with
 * `resourceNames` are as narrow as can be.
 */
export function grantedRights(inventory: Inventory, rights: readonly Right[]): readonly Granted[] {
  return placedRules(inventory).flatMap((placed) => {
    const found = rights.map((right) => rightIn(placed.rule, right)).find((text) => text !== undefined);
    return found === undefined ? [] : [{ ...placed, found }];
  });
}

function rightIn(rule: IPolicyRule, right: Right): string | undefined {
  const { apiGroups = [], resources = [], verbs, resourceNames = [] } = rule;
  if (!apiGroups.includes(right.group) || resourceNames.length > 0) return undefined;
  const resource = right.resources.find((name) => resources.includes(name));
  const verb = right.verbs.find((name) => verbs.includes(name));
  return resource === undefined || verb === undefined ? undefined : `${verb} ${resource}`;
}

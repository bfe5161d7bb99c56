import type { PeerAuthenticationSpec } from './istio.ts';
import { oncePerInventory } from './once.ts';
import { namespaceOf, specOf } from './spec.ts';

/** The mTLS mode a namespace asks for as a whole; undefined when it asks for none, and the mesh's default holds. */
export const namespaceMtls = oncePerInventory(({ ofKind }) => {
  const modes = new Map<string, string>();
  for (const policy of ofKind('PeerAuthentication', 'security.istio.io')) {
    const { selector, mtls } = specOf<PeerAuthenticationSpec>(policy);
    const isForAll = Object.keys(selector?.matchLabels ?? {}).length === 0;
    if (isForAll && mtls?.mode && mtls.mode !== 'UNSET') modes.set(namespaceOf(policy), mtls.mode);
  }
  return modes as ReadonlyMap<string, string>;
});

/** Namespaces that take nothing but mutual TLS: one policy for all pods, STRICT, and none that makes an exception. */
export const strictNamespaces = oncePerInventory((inventory) => {
  const counts = new Map<string, number>();
  for (const policy of inventory.ofKind('PeerAuthentication', 'security.istio.io')) {
    counts.set(namespaceOf(policy), (counts.get(namespaceOf(policy)) ?? 0) + 1);
  }
  const strict = [...namespaceMtls(inventory)].filter(
    ([name, mode]) => mode === 'STRICT' && counts.get(name) === 1,
  );
  return new Set(strict.map(([name]) => name)) as ReadonlySet<string>;
});

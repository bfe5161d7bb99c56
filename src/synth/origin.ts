import type { Owner } from '../../charts/owner.ts';
import type { Environment } from '../model/environment.ts';
import type { ManifestObject, Origin } from '../model/manifest.ts';

/** The origin of what a concern makes for the environment. */
export function environmentOrigin(concern: string, part?: string): Origin {
  const path = part === undefined ? undefined : `${concern}.${part}`;
  return { concern, part: path, service: undefined, variant: undefined };
}

/** The origin with what the concern itself said of an object. */
export function ownedOrigin({ concern, part, service, variant }: Origin, owner: Owner): Origin {
  const { part: ownPart = part, service: ownService = service, variant: ownVariant = variant } = owner;
  return { concern, part: ownPart, service: ownService, variant: ownVariant };
}

/**
 * Gives the origin of an object its part where that is the namespace: those of the operator and of the agents of nodes
 * come and go with what they are for, and all that stands in them, whatever concern made it.
 */
export function namespaceParts({
  namespaces,
}: Environment): (origin: Origin, object: ManifestObject) => Origin {
  const parts = new Map<string | undefined, string>();
  if (namespaces.externalSecrets !== undefined)
    parts.set(namespaces.externalSecrets, 'namespaces.externalSecrets');
  if (namespaces.nodeAgents !== undefined) parts.set(namespaces.nodeAgents, 'namespaces.nodeAgents');
  if (parts.size === 0) return (origin) => origin;
  return (origin, { kind, metadata }) => {
    const part = parts.get(kind === 'Namespace' ? metadata.name : metadata.namespace);
    return part === undefined || origin.part !== undefined ? origin : { ...origin, part };
  };
}

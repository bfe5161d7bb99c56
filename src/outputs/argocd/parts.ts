import type { Manifest } from '../../model/manifest.ts';

/** What is synced by itself: the files of an environment's folder that one Application brings. */
export interface Part {
  /** `base`, `ingress`, `backups`, `manifests`, `observability`, or the name of a service. */
  readonly name: string;
  /** Globs over the names of the files, as Argo CD reads them. */
  readonly include: string;
  readonly exclude?: string;
}

/** What everything else stands on: namespaces, rights, policies, stores of secrets, routes. */
export const BASE = 'base';

/** Concerns whose files of the environment are a part each; those of all others are the base. */
const OTHERS = ['backups', 'ingress', 'manifests', 'observability'] as const;

/** Which part a manifest belongs to. What is of one service is in a file of its name; its public routes are not. */
export function partOf({ file, origin: { concern, service } }: Manifest): string {
  return file === service ? service : (OTHERS.find((name) => name === concern) ?? BASE);
}

/** The part of that name. Globs by the start of a name, so that a file more needs no other Application. */
export function partNamed(name: string): Part {
  if (name === BASE)
    return { name, include: '_*.yaml', exclude: `{${OTHERS.map((other) => `_${other}*.yaml`).join(',')}}` };
  const isOther = OTHERS.some((other) => other === name);
  return { name, include: isOther ? `_${name}*.yaml` : `${name}.yaml` };
}

/** Names of parts in the order in which they are written: the base, what is of the environment, services. */
export function inPartOrder(names: Iterable<string>): readonly string[] {
  const all = new Set(names);
  const first = [BASE, ...OTHERS].filter((name) => all.delete(name));
  return [...first, ...[...all].sort()];
}

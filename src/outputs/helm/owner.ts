import type { Json } from '../../model/manifest.ts';
import { isMap } from './item-label.ts';
import type { Site } from './site.ts';

/** The place with its owner: a route is about the service it leads to, whatever file it is in. */
export function ownedSite(site: Site, versions: readonly unknown[]): Site {
  if (site.object.kind !== 'VirtualService') return site;
  const owner = versions.map(destinationService).find((name) => name !== undefined);
  return owner === undefined ? site : { ...site, owner };
}

function destinationService(version: unknown): string | undefined {
  if (!isMap(version)) return undefined;
  const { destination, route } = version as { readonly [key: string]: Json | undefined };
  if (Array.isArray(route)) return destinationService(route[0]);
  const host = isMap(destination) ? destination['host'] : undefined;
  return typeof host === 'string' ? host.split('.', 1)[0] : undefined;
}

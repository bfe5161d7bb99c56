import type { Environment } from '../src/model/environment.ts';
import type { WatchedResource } from '../src/model/watched.ts';

/** Name of the exporter of a resource. */
export function exporterName({ resource }: Pick<WatchedResource, 'resource'>): string {
  return `${resource.name}-exporter`;
}

/** Where it answers: `cache-exporter.shop-monitoring.svc:9121`. */
export function exporterAddress(watched: WatchedResource, port: number, { namespaces }: Environment): string {
  return `${exporterName(watched)}.${namespaces.monitoring}.svc:${port}`;
}

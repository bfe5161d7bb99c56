import { resourceTypes, typeOf } from '../../resources/index.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { ScrapeConfig } from '../forms/scrape-config.ts';

/** Jobs for the metrics of resources, type by type; `resource` tells which one a series is about. */
export function resourceJobs(environment: Environment): readonly ScrapeConfig[] {
  const { parts, resources = [] } = environment.observability ?? {};
  if (!parts?.resources) return [];
  return Object.values(resourceTypes).flatMap((type) => {
    const watched = resources.filter(({ resource }) => typeOf(resource) === type);
    return type.watching?.jobs(watched, environment) ?? [];
  });
}

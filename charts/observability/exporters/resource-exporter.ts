import { EXPORTERS, exporterName } from '../../../monitoring/scrape/resources.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { distinctEndpoints } from '../../../src/model/resource.ts';
import type { WatchedResource, WatchedType } from '../../../src/model/watched.ts';
import type { Component } from '../../component/component.ts';
import { destinationOf, outsideRules } from '../../network/outside-rules.ts';
import type { Particulars } from './account.ts';
import { type Exporters, exporter } from './exporter.ts';
import { mongodbExporter } from './mongodb-exporter.ts';
import { opensearchExporter } from './opensearch-exporter.ts';
import { postgresExporter } from './postgres-exporter.ts';
import { redisExporter } from './redis-exporter.ts';

/** An exporter for each resource, with an account that may only look. */
export const resourceExporters: Exporters = (environment, { parts, resources }) => {
  if (!parts.resources) return [];
  return resources.map((resource) => exporterOf(resource, environment));
};

function exporterOf(watched: WatchedResource, environment: Environment): Component {
  const { resource } = watched;
  const { program, port } = EXPORTERS[resource.type];
  return {
    ...exporter(port, HEALTH[resource.type]),
    name: exporterName(watched),
    program,
    ...PARTICULARS[resource.type](watched, environment),
    reads: [resource],
    ingress: [],
    egress: outsideRules(distinctEndpoints(resource).map(destinationOf)),
  };
}

const PARTICULARS: Readonly<
  Record<WatchedType, (resource: WatchedResource, environment: Environment) => Particulars>
> = {
  postgres: postgresExporter,
  redis: redisExporter,
  mongodb: mongodbExporter,
  opensearch: opensearchExporter,
};

/** Paths that answer without asking the resource: an exporter is not at fault when that is down. */
const HEALTH: Readonly<Record<WatchedType, string>> = {
  postgres: '/',
  redis: '/health',
  mongodb: '/',
  opensearch: '/healthz',
};

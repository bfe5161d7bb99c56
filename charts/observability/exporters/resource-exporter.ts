import { EXPORTERS, exporterName } from '../../../monitoring/scrape/resources.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { WatchedResource } from '../../../src/model/watched.ts';
import type { Component } from '../../component/component.ts';
import { outsideRules } from '../../network/outside-rules.ts';
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

function exporterOf(resource: WatchedResource, environment: Environment): Component {
  const { program, port } = EXPORTERS[resource.type];
  const { name, endpoints } = resource;
  return {
    ...exporter(port, HEALTH[resource.type]),
    name: exporterName(resource),
    program,
    ...PARTICULARS[resource.type](resource, environment),
    reads: endpoints,
    ingress: [],
    egress: outsideRules([{ to: 'resource', name, access: undefined, endpoints }]),
  };
}

const PARTICULARS: Readonly<
  Record<WatchedResource['type'], (resource: WatchedResource, environment: Environment) => Particulars>
> = {
  postgres: postgresExporter,
  redis: redisExporter,
  mongodb: mongodbExporter,
  opensearch: opensearchExporter,
};

/** Paths that answer without asking the resource: an exporter is not at fault when that is down. */
const HEALTH: Readonly<Record<WatchedResource['type'], string>> = {
  postgres: '/',
  redis: '/health',
  mongodb: '/',
  opensearch: '/healthz',
};

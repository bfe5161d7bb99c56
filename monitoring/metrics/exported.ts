import type { Exporter } from '../forms/exporter.ts';
import { apiServer } from './api-server.ts';
import { blackboxExporter } from './blackbox-exporter.ts';
import { nodeExporter } from './node-exporter.ts';

/** Exporters that are run, by the file in `exported/` that keeps what they then export. */
export const RUN: Readonly<Record<string, Exporter>> = {
  'api-server': apiServer,
  'blackbox-exporter': blackboxExporter,
  'node-exporter': nodeExporter,
};

/** Metrics that a short run on loopback does not count anything in, and why they are there nevertheless. */
const UNSEEN: Readonly<Record<string, string>> = {
  apiserver_request_terminations_total:
    'counted when the server gives up on a request: pkg/endpoints/metrics',
};

/** Metrics of an exporter that its program does not export so: `name, expected a counter, found nothing`. */
export function notExported(exporter: Exporter, found: ReadonlyMap<string, string>): readonly string[] {
  return Object.entries(exporter.metrics)
    .filter(([name, type]) => UNSEEN[name] === undefined && !isOfType(found.get(name), type))
    .map(([name, type]) => `${name}, expected a ${type}, found ${found.get(name) ?? 'nothing'}`);
}

/** Some programs leave the type of what they pass on open. */
function isOfType(found: string | undefined, type: string): boolean {
  return found === type || found === 'untyped';
}

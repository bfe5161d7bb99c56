import type { Finding } from '../../model/finding.ts';
import type { Part } from '../../model/observability.ts';
import { PROGRAMS } from '../programs.ts';
import { isMap, type YamlMap } from '../source.ts';
import type { Words } from './row.ts';

/** The part that brings each program but exporters of resources, and the section of `observability` with its settings. */
const PLACES: Readonly<Record<string, readonly [part: Part, section?: string]>> = {
  alertmanager: ['metrics', 'alerts'],
  'blackbox-exporter': ['uptime'],
  'cloudwatch-exporter': ['cloud', 'cloud'],
  'fluent-bit': ['logs', 'logs'],
  grafana: ['dashboards', 'grafana'],
  jaeger: ['tracing', 'tracing'],
  kiali: ['mesh'],
  'kube-state-metrics': ['metrics'],
  'node-exporter': ['nodes'],
  'opentelemetry-collector': ['tracing', 'tracing'],
  prometheus: ['metrics', 'prometheus'],
};

/** Words for the objects of what watches an environment, from their names: those of programs, of resources, and of what they read. */
export function observabilityWords(
  { object, platform: name }: Finding,
  ...documents: readonly YamlMap[]
): Words {
  const short = object.name.startsWith(`${name}-`) ? object.name.slice(name.length + 1) : object.name;
  const resource = short.endsWith('-exporter') ? short.slice(0, -'-exporter'.length) : undefined;
  const type = resource === undefined ? undefined : typeOf(resource, documents);
  const program = type === undefined ? programOf(short) : programOf(EXPORTERS[type] ?? `${type}-exporter`);
  const [$part, $section] = program === undefined ? [] : (PLACES[program] ?? ['resources']);
  return { $program: program, $part, $section, $resource: type && resource };
}

/** Of types that go by another name there. */
const EXPORTERS: Readonly<Record<string, string>> = { opensearch: 'elasticsearch-exporter' };

function programOf(name: string): string | undefined {
  return PROGRAMS.find((program) => name === program || name.startsWith(`${program}-`));
}

function typeOf(resource: string, documents: readonly YamlMap[]): string | undefined {
  for (const { resources } of documents) {
    const declared = isMap(resources) ? resources[resource] : undefined;
    if (isMap(declared) && typeof declared['type'] === 'string') return declared['type'];
  }
  return undefined;
}

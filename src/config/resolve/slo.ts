import { KIND_TRAITS } from '../../model/kind-traits.ts';
import type { Slo } from '../../model/observability.ts';
import type { Report } from '../report.ts';
import type { ServiceInput } from '../schema/service.ts';
import { portsOf, takesRequests } from './ports.ts';

/** What a service promises. */
export function sloOf({ slo }: ServiceInput): Slo | undefined {
  if (!slo) return undefined;
  const { availability, latency } = slo;
  return {
    availability,
    latency: latency && { percentile: latency.percentile, milliseconds: latency.under },
  };
}

/** Reports promises about requests of a service that takes none: its sidecar would count nothing. */
export function checkSlo(name: string, service: ServiceInput, report: Report): void {
  const { kind, slo, ports } = service;
  if (!slo) return;
  const path = ['services', name, 'slo'];
  const traits = KIND_TRAITS[kind];
  if (!traits.takesRequests) {
    const fix = 'remove it, or write what matters about it as metrics: {NAME: {query: ..., alert: {...}}}';
    report(path, `slo means nothing for a ${kind}: it takes no requests that could fail`, { fix, at: 'key' });
  } else if (!takesRequests(portsOf(service)) && (ports || traits.ports !== 'required')) {
    // A service that has to have ports and has none is told so already.
    const fix = 'remove it, or add one: ports: {http: 8080}';
    report(path, 'slo means nothing without a port for HTTP or gRPC', { fix, at: 'key' });
  }
}

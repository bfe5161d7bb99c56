import type { Construct } from 'constructs';
import { Probe } from '../../../imports/prometheus-operator.ts';
import { OF_PROGRAM } from '../../../monitoring/forms/limits.ts';
import { copyPart } from '../../../monitoring/forms/relabel.ts';
import { moduleOf, probesOf } from '../../../monitoring/scrape/probes.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { OperatorMetadata } from './metadata.ts';
import { limits } from './monitors.ts';
import { discoveredRelabelings } from './relabelings.ts';

/**
 * Asks the blackbox exporter to probe every public route, with `instance` the address and `host` its name. A Probe has one
 * module, so there is one for each.
 */
export function addProbes(scope: Construct, environment: Environment, metadata: OperatorMetadata): void {
  const probes = probesOf(environment);
  const urls = new Map<string, string[]>();
  for (const probe of probes) {
    const module = moduleOf(probe, probes);
    urls.set(module, [...(urls.get(module) ?? []), probe.url]);
  }
  for (const [module, addresses] of [...urls].sort(([a], [b]) => (a < b ? -1 : 1))) {
    addProbe(scope, environment, metadata, { module, addresses });
  }
}

function addProbe(
  scope: Construct,
  { namespaces }: Environment,
  metadata: OperatorMetadata,
  { module, addresses }: { readonly module: string; readonly addresses: readonly string[] },
): void {
  const host = copyPart('instance', 'https?://([^/:]+).*', 'host');
  new Probe(scope, {
    metadata: metadata(`uptime-${module}`),
    spec: {
      interval: '30s',
      // More than the ten seconds after which a probe gives up.
      scrapeTimeout: '15s',
      module,
      prober: { url: `blackbox-exporter.${namespaces.monitoring}.svc:9115`, path: '/probe' },
      targets: {
        staticConfig: {
          static: addresses,
          relabelingConfigs: discoveredRelabelings('uptime', [host]),
        },
      },
      ...limits(OF_PROGRAM),
    },
  });
}

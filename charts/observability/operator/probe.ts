import type { Construct } from 'constructs';
import { Probe } from '../../../imports/prometheus-operator.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { OF_PROGRAM } from '../../../src/observability/scrape/limits.ts';
import { copyPart } from '../../../src/observability/scrape/relabel.ts';
import { probesOf, UPTIME_MODULE } from '../../../src/observability/scrape/uptime.ts';
import type { OperatorMetadata } from './metadata.ts';
import { limits } from './monitors.ts';
import { discoveredRelabelings } from './relabelings.ts';

/** Asks the blackbox exporter to probe every public host, with `instance` the address and `host` its name. */
export function addProbe(scope: Construct, environment: Environment, metadata: OperatorMetadata): void {
  const probes = probesOf(environment);
  if (probes.length === 0) return;
  const host = copyPart('instance', 'https?://([^/:]+).*', 'host');
  new Probe(scope, {
    metadata: metadata('uptime'),
    spec: {
      interval: '30s',
      // More than the ten seconds after which a probe gives up.
      scrapeTimeout: '15s',
      module: UPTIME_MODULE,
      prober: { url: `blackbox-exporter.${environment.namespaces.monitoring}.svc:9115`, path: '/probe' },
      targets: {
        staticConfig: {
          static: probes.map(({ url }) => url),
          relabelingConfigs: discoveredRelabelings('uptime', [host]),
        },
      },
      ...limits(OF_PROGRAM),
    },
  });
}

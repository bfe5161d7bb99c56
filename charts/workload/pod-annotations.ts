import { bindingOf } from '../../choices/clouds/index.ts';
import type { Container } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { configChecksum } from './config-checksum.ts';
import { hasConfigMap } from './config-map.ts';
import { fileAnnotations } from './files.ts';
import { hasNativeSidecars } from './native-sidecars.ts';
import { proxyResources } from './proxy-resources.ts';

/** Annotations of a service's pods: what restarts them, how they are scraped, and how their sidecar is set up. */
export function podAnnotations(
  environment: Environment,
  service: Service,
  container: Container,
  hasSidecar: boolean,
): { readonly annotations?: Readonly<Record<string, string>> } {
  const annotations = {
    ...(hasConfigMap(service) && { 'checksum/config': configChecksum(service.config) }),
    ...fileAnnotations(service),
    ...scrapeAnnotations(container),
    ...(hasSidecar && proxyConfig(environment, service)),
    ...(hasSidecar && bindingOf(service.identity).podAnnotations),
    ...(hasSidecar && service.proxyResources && proxyResources(service.proxyResources)),
  };
  // Without a sidecar there may be nothing to say.
  return Object.keys(annotations).length > 0 ? { annotations } : {};
}

// Istio scrapes this port itself and offers the result together with its own metrics on 15020, without mutual TLS:
// https://istio.io/latest/docs/ops/integrations/prometheus/#option-1-metrics-merging
function scrapeAnnotations({ ports }: Container): Readonly<Record<string, string>> | undefined {
  const metrics = ports?.find((port) => port.name === 'metrics');
  if (!metrics) return undefined;
  return {
    'prometheus.io/path': '/metrics',
    'prometheus.io/port': String(metrics.containerPort),
    'prometheus.io/scrape': 'true',
  };
}

/**
 * A ProxyConfig, where there is something to say. DNS capture tells the pod the address that an outside host has in its
 * ServiceEntry, without which two TCP hosts on one port are one to Envoy: https://github.com/istio/istio/issues/57539
 */
function proxyConfig(
  environment: Environment,
  { stop, dependencies }: Service,
): Readonly<Record<string, string>> | undefined {
  const order = hasNativeSidecars(environment) ? '' : orderOf(stop);
  const leavesMesh = dependencies.some((dependency) => dependency.to !== 'service');
  const config = leavesMesh ? `${order}${DNS_CAPTURE}` : order;
  return config === '' ? undefined : { 'proxy.istio.io/config': config };
}

/**
 * A native sidecar is there before the service is and waits until it has ended. Any other may be late, and the first calls
 * would fail; and it gets its stop signal together with the service, which it would leave without a network after five
 * seconds.
 */
function orderOf({ graceSeconds }: Service['stop']): string {
  return `holdApplicationUntilProxyStarts: true\nterminationDrainDuration: ${graceSeconds}s\n`;
}

const DNS_CAPTURE = 'proxyMetadata:\n  ISTIO_META_DNS_CAPTURE: "true"\n';

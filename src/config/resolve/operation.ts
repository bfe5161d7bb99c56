import type { MaintenanceWindow, Prometheus } from '../../model/environment.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { ServiceInput } from '../schema/service.ts';
import { isJudged } from './release.ts';
import type { Scope } from './scope.ts';

/** Where requests are counted. Reports services that scale or release by them where the environment does not say. */
export function prometheusOf({ document, services, report }: Scope): Prometheus | undefined {
  const { prometheus, namespaces } = document;
  if (!prometheus) {
    for (const [name, service] of services) {
      for (const need of needsOf(service)) {
        report(['prometheus'], `missing: ${name} ${need}`, {
          fix: `for example prometheus: {url: "http://prometheus.${namespaces.monitoring}.svc:9090"}`,
          at: 'key',
        });
      }
    }
    return undefined;
  }
  const { hostname, port, protocol } = new URL(prometheus.url);
  const isOurs = hostname.split('.')[1] === namespaces.monitoring;
  return { ...prometheus, monitoringPort: isOurs ? Number(port || STANDARD[protocol]) : undefined };
}

/** Ports that URLs do not keep, as they go without saying. */
const STANDARD: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

function needsOf({ scaling, variants = {}, release }: ServiceInput): readonly string[] {
  const sizes = [scaling, ...Object.values(variants).map((variant) => variant.scaling)];
  const isScaled = sizes.some((size) => size?.requestsPerSecond !== undefined);
  return [
    ...(isScaled ? ['scales by its requests, which KEDA asks Prometheus for'] : []),
    ...(isJudged(release) ? ['judges releases by requests, which Argo Rollouts asks Prometheus for'] : []),
  ];
}

/** When planned work may disturb the platform. */
export function maintenanceOf({ maintenance }: DocumentInput): MaintenanceWindow | undefined {
  if (!maintenance) return undefined;
  const { day, from, to, timeZone, noticeDays } = maintenance;
  return { day: `${day.charAt(0).toUpperCase()}${day.slice(1)}`, from, to, timeZone, noticeDays };
}

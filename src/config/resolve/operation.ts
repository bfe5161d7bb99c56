import type { Autoscaling, MaintenanceWindow } from '../../model/environment.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { Scope } from './scope.ts';

/** What scaling by requests needs. Reports services that ask for it where the environment does not have it. */
export function autoscalingOf({ document, services, report }: Scope): Autoscaling | undefined {
  const { autoscaling, namespaces } = document;
  if (!autoscaling) {
    for (const [name, { scaling, variants = {} }] of services) {
      const sizes = [scaling, ...Object.values(variants).map((variant) => variant.scaling)];
      if (!sizes.some((size) => size?.requestsPerSecond !== undefined)) continue;
      report(['autoscaling'], `missing: ${name} scales by its requests, which KEDA asks Prometheus for`, {
        fix: `for example autoscaling: {prometheus: "http://prometheus.${namespaces.monitoring}.svc:9090"}`,
        at: 'key',
      });
    }
    return undefined;
  }
  const { prometheus, kedaNamespace } = autoscaling;
  const { hostname, port } = new URL(prometheus);
  const isOurs = hostname.split('.')[1] === namespaces.monitoring;
  return { prometheusUrl: prometheus, kedaNamespace, monitoringPort: isOurs ? Number(port) : undefined };
}

/** When planned work may disturb the platform. */
export function maintenanceOf({ maintenance }: DocumentInput): MaintenanceWindow | undefined {
  if (!maintenance) return undefined;
  const { day, from, to, timeZone, noticeDays } = maintenance;
  return { day: `${day.charAt(0).toUpperCase()}${day.slice(1)}`, from, to, timeZone, noticeDays };
}

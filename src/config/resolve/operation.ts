import type { Emergency } from '../../model/access.ts';
import type { Observability } from '../../model/observability.ts';
import type { MaintenanceWindow, Prometheus } from '../../model/operation.ts';
import { daysAfter } from '../calendar.ts';
import type { DocumentInput } from '../schema/document.ts';
import { prometheusDefaults } from '../schema/operation.ts';
import type { ServiceInput } from '../schema/service.ts';
import { isJudged } from './release.ts';
import type { Scope } from './scope.ts';

/**
 * Where requests are counted: the environment's own Prometheus, that of the operator, or the one it names. Reports
 * services that scale or release by them where there is none, and one that is named beside the environment's own.
 */
export function prometheusOf(scope: Scope, observability: Observability | undefined): Prometheus | undefined {
  const { namespaces, prometheus = prometheusDefaults } = scope.document;
  const { kedaNamespace, rolloutsNamespace } = prometheus;
  const url = urlOf(scope, observability);
  if (url === undefined) return undefined;
  const { hostname, port, protocol } = new URL(url);
  const isOurs = hostname.split('.')[1] === namespaces.monitoring;
  const monitoringPort = isOurs ? Number(port || STANDARD[protocol]) : undefined;
  return { url, kedaNamespace, rolloutsNamespace, monitoringPort };
}

function urlOf(scope: Scope, observability: Observability | undefined): string | undefined {
  const { prometheus, namespaces } = scope.document;
  if (!observability) {
    if (prometheus?.url === undefined) reportMissing(scope);
    return prometheus?.url;
  }
  // The Service that the operator makes for every Prometheus of a namespace.
  if (observability.mode === 'operator')
    return prometheus?.url ?? `http://prometheus-operated.${observability.operatorNamespace}.svc:9090`;
  const own = `http://prometheus.${namespaces.monitoring}.svc:9090`;
  if (prometheus?.url !== undefined && prometheus.url !== own) {
    scope.report(['prometheus', 'url'], `expected ${own}, where observability has one in mode standalone`, {
      found: prometheus.url,
      fix: 'remove it: it is known; or write observability: {mode: operator} for a Prometheus that is there already',
    });
  }
  return own;
}

function reportMissing({ document, services, report }: Scope): void {
  const { prometheus, namespaces } = document;
  const example = `http://prometheus.${namespaces.monitoring}.svc:9090`;
  for (const [name, service] of services) {
    for (const need of needsOf(service)) {
      report(['prometheus'], `missing: ${name} ${need}`, {
        fix: `for example prometheus: {url: "${example}"}`,
        at: 'key',
      });
    }
  }
  if (!prometheus) return;
  const fix = `write the URL, such as ${example}, or remove prometheus`;
  report(['prometheus', 'url'], 'missing: where Prometheus answers', { fix, at: 'key' });
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

/** Longer than a week it would be the way people work. */
const LONGEST_EMERGENCY_DAYS = 7;

/** Whether deployers may write by hand. Reports an emergency that is over, reaches too far, or is nobody's. */
export function emergencyOf({ document, context, report }: Scope): Emergency | undefined {
  const { emergency, access } = document;
  if (!emergency) return undefined;
  const { until } = emergency;
  const latest = daysAfter(context.today, LONGEST_EMERGENCY_DAYS);
  if (until < context.today) {
    const fix = 'remove `emergency`: commit what was changed by hand first, or Argo CD sets it back';
    report(['emergency', 'until'], 'expected a day that is not over', { found: until, fix });
  } else if (until > latest) {
    const message = `expected a day until ${latest}, ${LONGEST_EMERGENCY_DAYS} days from today`;
    report(['emergency', 'until'], message, { found: until, fix: `write ${latest} at most` });
  }
  if (access.deployer.length === 0) {
    const fix = 'name the groups that may: access: {deployer: [...]}, or remove `emergency`';
    report(['emergency'], 'there are no deployers that could do anything with it', { fix, at: 'key' });
  }
  return emergency;
}

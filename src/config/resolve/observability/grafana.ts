import type { Observability, Part } from '../../../model/observability.ts';
import type { ObservabilityInput } from '../../schema/observability.ts';
import type { Scope } from '../scope.ts';

/** How people get to the dashboards. Reports a host that leads elsewhere, or that nothing leads to. */
export function grafanaOf(
  { host, login, secret }: ObservabilityInput['grafana'],
  parts: Readonly<Record<Part, boolean>>,
  scope: Scope,
): Observability['grafana'] {
  const { domain, namespaces } = scope.document;
  if (host !== undefined && parts.dashboards) checkHost(host, scope);
  return {
    url:
      host === undefined ? `http://grafana.${namespaces.monitoring}.svc:3000` : `https://${host}.${domain}`,
    host,
    login,
    secret: secret ?? `${scope.secretPrefix}/grafana`,
  };
}

function checkHost(host: string, { document, services, report }: Scope): void {
  const path = ['observability', 'grafana', 'host'];
  for (const [name, { expose, release }] of services) {
    if (expose?.host !== host && release?.preview?.host !== host) continue;
    report(path, `\`${host}\` is the host of \`${name}\` already`, {
      fix: 'choose another, such as grafana',
    });
    break;
  }
  if (document.ingress) return;
  report(path, 'the environment has no section `ingress`, so nobody outside reaches Grafana', {
    fix: 'write ingress: {...}, or remove host in this environment with null',
    at: 'key',
  });
}

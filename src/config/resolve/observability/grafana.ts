import type { GrafanaLogin, Observability, Part } from '../../../model/observability.ts';
import type { ObservabilityInput } from '../../schema/observability.ts';
import type { Scope } from '../scope.ts';

/** How people get to the dashboards. Reports a host that leads elsewhere, or that nothing leads to. */
export function grafanaOf(
  { grafana: { host, login, secret }, images }: ObservabilityInput,
  parts: Readonly<Record<Part, boolean>>,
  scope: Scope,
): Observability['grafana'] {
  const { domain, namespaces } = scope.document;
  if (host !== undefined && parts.dashboards) checkHost(host, scope);
  if (parts.dashboards && parts.logs && images['grafana']?.repository === undefined) reportPlugin(scope);
  return {
    url:
      host === undefined ? `http://grafana.${namespaces.monitoring}.svc:3000` : `https://${host}.${domain}`,
    host,
    login: login && loginOf(login, scope),
    secret: secret ?? scope.remoteSecret('grafana'),
  };
}

/** Nothing is downloaded at run time, so what reads the store of logs has to be in the image. */
function reportPlugin({ report }: Scope): void {
  report(
    ['observability', 'images', 'grafana'],
    'Grafana shows logs with a plugin that the image of its makers lacks',
    {
      fix: 'build an image with grafana-opensearch-datasource (docs/observability.md has its two lines) and write images: {grafana: {repository: ..., tag: ...}}, or parts: {logs: false}',
      at: 'key',
    },
  );
}

type Login = NonNullable<ObservabilityInput['grafana']['login']>;

function loginOf({ sharedIssuer, ...login }: Login, { document, report }: Scope): GrafanaLogin {
  const { access, jwt } = document;
  const path = ['observability', 'grafana', 'login'];
  if (access.deployer.length + access.viewer.length === 0) {
    report(path, 'nobody could sign in: groups of `access` become Editor and Viewer, and there are none', {
      fix: 'write access: {deployer: [...], viewer: [...]}',
      at: 'key',
    });
  }
  if (jwt && new URL(jwt.issuer).host === new URL(login.authUrl).host && sharedIssuer === undefined) {
    report(
      [...path, 'authUrl'],
      'the issuer of `jwt`, where users of the platform sign in: one wrong group there opens Grafana',
      { fix: 'name the provider of those who work on the platform, or say why not with sharedIssuer: ...' },
    );
  }
  return { ...login, editors: access.deployer, viewers: access.viewer };
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

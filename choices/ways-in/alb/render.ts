import type { Construct } from 'constructs';
import { previewName } from '../../../charts/names.ts';
import { Ingress, type IngressSpec } from '../../../imports/kubernetes.ts';
import type { Environment, PublicRoute } from '../../../src/model/environment.ts';
import type { Alb } from '../../../src/model/way-in.ts';
import type { PublicDashboards } from '../way-in.ts';
import { albAnnotations } from './alb-annotations.ts';

/** The load balancer, with a rule for each path of each public host, the longest first. */
export function renderAlb(scope: Construct, way: Alb, environment: Environment): void {
  const { namespaces, platform, publicHosts } = environment;
  // Grafana may be all there is, and has an Ingress of its own.
  if (publicHosts.length === 0) return;
  new Ingress(scope, {
    metadata: {
      name: platform,
      namespace: namespaces.services,
      annotations: { ...albAnnotations(way, environment, {}), ...groupOf(environment) },
    },
    spec: {
      ingressClassName: 'alb',
      rules: publicHosts.map(({ host, routes }) => ({ host, http: { paths: routes.map(pathOf) } })),
    },
  });
}

/** The rule of Grafana's host, in its own namespace. Its metrics are nobody's business outside. */
export function addGrafanaRule(
  scope: Construct,
  way: Alb,
  { host, namespace, port }: PublicDashboards,
  environment: Environment,
): void {
  const grafana = { service: { name: 'grafana', port: { number: port } } };
  const refusal = { service: { name: 'not-found', port: { name: 'use-annotation' } } };
  new Ingress(scope, {
    metadata: {
      name: 'grafana',
      namespace,
      annotations: {
        ...albAnnotations(way, environment, { 'healthcheck-path': '/api/health' }),
        ...groupOf(environment),
        'alb.ingress.kubernetes.io/actions.not-found': NOT_FOUND,
      },
    },
    spec: {
      ingressClassName: 'alb',
      rules: [
        {
          host,
          http: {
            paths: [
              { path: '/metrics', pathType: 'Exact', backend: refusal },
              { path: '/', pathType: 'Prefix', backend: grafana },
            ],
          },
        },
      ],
    },
  });
}

const NOT_FOUND = JSON.stringify({
  type: 'fixed-response',
  fixedResponseConfig: { contentType: 'text/plain', statusCode: '404', messageBody: 'not found' },
});

/**
 * Ingresses of one group are one load balancer, also those of other namespaces. Of nobody else's: its name is that of the
 * platform, which is in a cluster once.
 */
function groupOf({ platform }: Environment): Readonly<Record<string, string>> {
  return { 'alb.ingress.kubernetes.io/group.name': platform };
}

type Path = NonNullable<NonNullable<NonNullable<IngressSpec['rules']>[number]['http']>['paths']>[number];

/** A prefix of an Ingress is one of whole segments, as paths of the input are. */
function pathOf({ path, service, expose, isPreview }: PublicRoute): Path {
  const name = isPreview ? previewName(service.name) : service.name;
  return {
    path,
    pathType: 'Prefix',
    backend: { service: { name, port: { number: expose.port.number } } },
  };
}

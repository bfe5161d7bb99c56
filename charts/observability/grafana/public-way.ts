import type { Construct } from 'constructs';
import { renderingOf } from '../../../choices/ways-in/index.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { grafanaHost } from '../../public-hosts.ts';
import { PORT } from './traffic.ts';

/** What leads to Grafana from outside, where it has a public host. */
export function addPublicWay(scope: Construct, environment: Environment): void {
  const { ingress, namespaces, observability } = environment;
  const host = grafanaHost(environment);
  const name = observability?.grafana.host;
  if (!ingress || host === undefined || name === undefined) return;
  const dashboards = { name, host, namespace: namespaces.monitoring, port: PORT };
  renderingOf(ingress).renderGrafana(scope, ingress, dashboards, environment);
}

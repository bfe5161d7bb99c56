import type { WayIn } from '../way-in.ts';
import { REFUSED_BY_ALB } from './refusals.ts';
import { addGrafanaRule, renderAlb } from './render.ts';
import { resolveAlb } from './resolve.ts';
import { alb as schema } from './schema.ts';
import { targetHealth } from './target-health.ts';

/** A load balancer of AWS whose targets are the pods of services. */
export const alb: WayIn<'alb', typeof schema> = {
  schema,
  mesh: 'refused',
  resolve: resolveAlb,
  refusals: REFUSED_BY_ALB,
  // A pod counts as ready once the load balancer sends to it, so that updates do not outrun the load balancer:
  // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/
  namespaceLabels: { 'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled' },
  serviceAnnotations: targetHealth,
  renderAfter: renderAlb,
  renderGrafana: addGrafanaRule,
};

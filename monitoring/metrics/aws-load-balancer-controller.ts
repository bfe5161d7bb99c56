import type { Exporter } from '../forms/exporter.ts';

/** The AWS Load Balancer Controller, as controller-runtime counts. */
export const awsLoadBalancerController: Exporter = {
  job: 'aws-load-balancer-controller',
  source:
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/metrics/prometheus/, 3.5; https://book.kubebuilder.io/reference/metrics-reference',
  metrics: {
    controller_runtime_reconcile_errors_total: 'counter',
  },
};

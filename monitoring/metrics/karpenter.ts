import type { Exporter } from '../forms/exporter.ts';

/** Karpenter: nodes for pods that have none. */
export const karpenter: Exporter = {
  job: 'karpenter',
  source:
    'https://github.com/kubernetes-sigs/karpenter/tree/v1.8.0/pkg, cloudprovider/metrics and controllers/provisioning/scheduling',
  metrics: {
    karpenter_cloudprovider_errors_total: 'counter',
    karpenter_scheduler_unschedulable_pods_count: 'gauge',
  },
};

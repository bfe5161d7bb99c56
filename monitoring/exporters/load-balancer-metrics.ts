import type { CloudMetric } from '../forms/cloudwatch.ts';

/** Of the load balancer before the mesh gateway. */
export const OF_LOAD_BALANCER: readonly CloudMetric[] = [
  ['HTTPCode_ELB_5XX_Count', 'Sum'],
  ['HTTPCode_Target_5XX_Count', 'Sum'],
  ['RejectedConnectionCount', 'Sum'],
  ['RequestCount', 'Sum'],
  ['TargetResponseTime', 'Average'],
];

import { mesh } from '../choices/meshes/istio/chart.ts';
import { backups } from './backups/chart.ts';
import { cluster } from './cluster/chart.ts';
import type { Concern } from './concern.ts';
import { gateway } from './gateway/chart.ts';
import { ingress } from './ingress/chart.ts';
import { network } from './network/chart.ts';
import { observability } from './observability/chart.ts';
import { preview } from './preview/chart.ts';
import { release } from './release/chart.ts';
import { scaling } from './scaling/chart.ts';
import { secrets } from './secrets/chart.ts';
import { workload } from './workload/chart.ts';

/** Every concern, in the order its objects stand in a file. */
export const concerns: readonly Concern[] = [
  cluster,
  secrets,
  network,
  gateway,
  mesh,
  release,
  workload,
  scaling,
  ingress,
  backups,
  observability,
  preview,
];

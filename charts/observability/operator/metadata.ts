import type { Environment } from '../../../src/model/environment.ts';
import type { ManifestMetadata } from '../../../src/model/manifest.ts';
import type { Observability } from '../../../src/model/observability.ts';

/** Metadata of an object of a name that the operator is to find. */
export type OperatorMetadata = (name: string) => ManifestMetadata;

/** In the monitoring namespace, with the labels that the operator's Prometheus selects by. */
export function operatorMetadata(
  { namespaces }: Environment,
  { operatorLabels }: Observability,
): OperatorMetadata {
  const labels = { 'app.kubernetes.io/component': 'metrics', ...operatorLabels };
  return (name) => ({ name, namespace: namespaces.monitoring, labels });
}

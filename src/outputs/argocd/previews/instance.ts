import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { PreviewInstance } from '../../../model/previews.ts';
import { syncWave } from '../sync-wave.ts';
import type { PreviewedEnvironment } from './previewed-environment.ts';
import { previewMetadata, previewSpec } from './spec.ts';

/** The Application of a preview that stands in the input under its own name. */
export function instanceApplication(
  environment: PreviewedEnvironment,
  { name, tags }: PreviewInstance,
): IApplication {
  const preview = { name, tags };
  const metadata = previewMetadata(environment, preview);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { ...metadata, annotations: { ...metadata.annotations, ...syncWave('part') } },
    spec: previewSpec(environment, preview),
  };
}

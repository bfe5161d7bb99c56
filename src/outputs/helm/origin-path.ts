import type { Origin } from '../../model/manifest.ts';
import type { ValuePath } from './value-path.ts';

/** The value that says whether an environment has what an origin is about: `observability.tracing.enabled`. */
export function originPath({ concern, part, service, variant }: Origin): ValuePath {
  if (service === undefined) return [...(part ?? concern).split('.'), 'enabled'];
  if (variant !== undefined) return ['services', service, 'variants', variant, 'enabled'];
  return ['services', service, ...(part?.split('.') ?? []), 'enabled'];
}

import type { Observability } from '../src/model/observability.ts';
import type { Resource } from '../src/model/resource.ts';
import { typeOf } from './index.ts';

/** The resources whose own metrics Prometheus reads where they are, and the port of these. */
export function readWhereTheyAre(
  observability: Observability | undefined,
): readonly { readonly resource: Resource; readonly port: number }[] {
  if (!observability?.parts.resources) return [];
  return observability.resources.flatMap(({ resource }) => {
    const reader = typeOf(resource).watching?.reader;
    return reader?.kind === 'own' ? { resource, port: reader.port } : [];
  });
}

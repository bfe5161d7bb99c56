import type { WayIn } from '../way-in.ts';
import { addGrafanaRoute } from './grafana.ts';
import { renderAlbToMesh } from './render.ts';
import { resolveAlbToMesh } from './resolve.ts';
import { albToMesh as schema } from './schema.ts';

/** A load balancer of AWS, then the mesh gateway, then the services: the mesh does whatever a service asks for. */
export const albToMesh: WayIn<'albToMesh', typeof schema> = {
  schema,
  mesh: 'needed',
  resolve: resolveAlbToMesh,
  refusals: [],
  renderAfter: renderAlbToMesh,
  renderGrafana: addGrafanaRoute,
};

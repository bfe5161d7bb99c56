import type { WayIn } from '../way-in.ts';
import { addGateway } from './gateway.ts';
import { addGrafanaRoute } from './grafana.ts';
import { REFUSED_BY_GATEWAY_API } from './refusals.ts';
import { resolveGatewayApi } from './resolve.ts';
import { addRoutes } from './routes.ts';
import { gatewayApi as schema } from './schema.ts';

/**
 * Routes of the Gateway API, in the versions that every implementation has: v1, standard channel, no policies of a vendor.
 * The Gateway is there before the services, and routes come with theirs: Argo CD waits for a route until a Gateway has it.
 */
export const gatewayApi: WayIn<'gatewayApi', typeof schema> = {
  schema,
  mesh: 'refused',
  resolve: resolveGatewayApi,
  refusals: REFUSED_BY_GATEWAY_API,
  renderBefore: addGateway,
  renderService: addRoutes,
  renderGrafana: addGrafanaRoute,
};

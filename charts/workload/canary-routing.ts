import { canaryRoutes } from '../../choices/meshes/istio/canary-routes.ts';
import type { CanaryStrategy } from '../../imports/argo-rollouts.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { CANARY, STABLE } from '../labels.ts';
import { canaryName, stableName } from '../names.ts';

/** What Argo Rollouts is told of who shares requests out between two versions; undefined where nobody does. */
export function canaryRouting(service: Service, environment: Environment): CanaryRouting | undefined {
  if (environment.mesh) return bySubsets(service);
  return hasWeightedRoutes(service, environment) ? byRoutes(service, environment) : undefined;
}

type CanaryRouting = Pick<CanaryStrategy, 'canaryService' | 'stableService' | 'trafficRouting'>;

/** Whether routes from outside lead to two Services of a service, with weights; calls inside go to the pods of both. */
export function hasWeightedRoutes({ expose, release }: Service, { ingress, mesh }: Environment): boolean {
  return !mesh && ingress?.way === 'gatewayApi' && expose !== undefined && release?.strategy === 'canary';
}

/**
 * Requests go to one of two subsets of one Service. Two Services would be the other way; both ways at once would lose
 * the guard that waits for the pods of a subset before requests go there.
 */
function bySubsets(service: Service): CanaryRouting {
  return {
    trafficRouting: {
      istio: {
        destinationRule: { name: service.name, stableSubsetName: STABLE, canarySubsetName: CANARY },
        virtualServices: canaryRoutes(service),
      },
    },
  };
}

/** Argo Rollouts knows routes of the Gateway API through a plugin: https://rollouts-plugin-trafficrouter-gatewayapi.readthedocs.io */
function byRoutes({ expose, name }: Service, { namespaces }: Environment): CanaryRouting {
  const isGrpc = expose?.port.appProtocol === 'grpc';
  const route = { [isGrpc ? 'grpcRoute' : 'httpRoute']: name, namespace: namespaces.services };
  const plugins: Readonly<Record<string, object>> = { [GATEWAY_API_PLUGIN]: route };
  return {
    canaryService: canaryName(name),
    stableService: stableName(name),
    trafficRouting: { plugins },
  };
}

const GATEWAY_API_PLUGIN = 'argoproj-labs/gatewayAPI';

import type { IResourceIgnoreDifferences } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ResourceIgnoreDifferences';
import type { ManifestObject } from '../../model/manifest.ts';

/**
 * The fields that the controller of Argo Rollouts writes while a release goes on: weights of the routes it steers, labels
 * of the two subsets, selectors of the Services it turns over. Each is named with its object, route and subset, so that
 * a change of anything else in Git is seen. They are only not compared: RespectIgnoreDifferences would copy whole live
 * lists over those of Git (github.com/argoproj/argo-cd/issues/17694).
 */
export function ignoredDifferences(
  rollouts: readonly ManifestObject[],
): readonly IResourceIgnoreDifferences[] {
  return rollouts.flatMap(({ metadata, spec }) => {
    const { canary, blueGreen } = (spec as RolloutSpec).strategy ?? {};
    const namespace = metadata.namespace as string;
    return [
      ...steered(canary?.trafficRouting?.istio, namespace),
      ...Object.values(canary?.trafficRouting?.plugins ?? {}).flatMap((plugin) =>
        weighted(plugin, namespace),
      ),
      ...[canary?.stableService, canary?.canaryService].flatMap((name) =>
        name === undefined ? [] : selectorOf(name, namespace),
      ),
      ...turnedOver(blueGreen).map((name) => selectorOf(name, namespace)),
    ];
  });
}

/** What a Rollout says of the objects it steers. */
interface RolloutSpec {
  readonly strategy?: {
    readonly canary?: Canary;
    readonly blueGreen?: BlueGreen;
  };
}

interface Canary {
  readonly stableService?: string;
  readonly canaryService?: string;
  readonly trafficRouting?: {
    readonly istio?: IstioRouting;
    readonly plugins?: Readonly<Record<string, GatewayRouting>>;
  };
}

/** What the plugin for the Gateway API is told: https://rollouts-plugin-trafficrouter-gatewayapi.readthedocs.io */
interface GatewayRouting {
  readonly httpRoute?: string;
  readonly grpcRoute?: string;
}

interface IstioRouting {
  readonly virtualService?: VirtualServiceRef;
  readonly virtualServices?: readonly VirtualServiceRef[];
  readonly destinationRule?: DestinationRuleRef;
}

interface BlueGreen {
  readonly activeService: string;
  readonly previewService?: string;
}

interface VirtualServiceRef {
  /** `name`, or `name.namespace`. */
  readonly name: string;
  readonly routes?: readonly string[];
  readonly tcpRoutes?: readonly { readonly port: number }[];
}

interface DestinationRuleRef {
  readonly name: string;
  readonly canarySubsetName: string;
  readonly stableSubsetName: string;
}

function steered(istio: IstioRouting | undefined, own: string): readonly IResourceIgnoreDifferences[] {
  if (!istio) return [];
  const { virtualService, virtualServices = [], destinationRule } = istio;
  const services = virtualService ? [virtualService, ...virtualServices] : virtualServices;
  return [
    ...services.map((service) => weightsOf(service, own)),
    ...(destinationRule ? [labelsOf(destinationRule, own)] : []),
  ];
}

/** Weights of the Services a route leads to, and the label that tells of a release under way. */
function weighted(
  { httpRoute, grpcRoute }: GatewayRouting,
  namespace: string,
): readonly IResourceIgnoreDifferences[] {
  const routes = [
    { kind: 'HTTPRoute', name: httpRoute },
    { kind: 'GRPCRoute', name: grpcRoute },
  ];
  return routes.flatMap(({ kind, name }) =>
    name === undefined
      ? []
      : {
          group: 'gateway.networking.k8s.io',
          kind,
          name,
          namespace,
          jqPathExpressions: [
            '.spec.rules[]?.backendRefs[]?.weight',
            '.metadata.labels["rollouts.argoproj.io/gatewayapi-canary"]',
          ],
        },
  );
}

function turnedOver(blueGreen: BlueGreen | undefined): readonly string[] {
  if (!blueGreen) return [];
  const { activeService, previewService } = blueGreen;
  return previewService === undefined ? [activeService] : [activeService, previewService];
}

/**
 * A selector is one value to the API server's dry run, so the hash would be a difference for ever, and the Service
 * applied anew with every sync.
 */
function selectorOf(name: string, namespace: string): IResourceIgnoreDifferences {
  return { kind: 'Service', name, namespace, jsonPointers: ['/spec/selector/rollouts-pod-template-hash'] };
}

function weightsOf(
  { name, routes = [], tcpRoutes = [] }: VirtualServiceRef,
  own: string,
): IResourceIgnoreDifferences {
  const [service, namespace = own] = name.split('.');
  const http = routes.map((route) => `.spec.http[]? | ${isNamed(route)} | .route[]?.weight`);
  const tcp = tcpRoutes.map(
    ({ port }) => `.spec.tcp[]? | select(any(.match[]?; .port == ${port})) | .route[]?.weight`,
  );
  // One that names no routes has a single one.
  const paths = http.length + tcp.length > 0 ? [...http, ...tcp] : ['.spec.http[]?.route[]?.weight'];
  return {
    group: 'networking.istio.io',
    kind: 'VirtualService',
    name: service ?? name,
    namespace,
    jqPathExpressions: paths,
  };
}

function labelsOf(rule: DestinationRuleRef, namespace: string): IResourceIgnoreDifferences {
  const { name, stableSubsetName, canarySubsetName } = rule;
  return {
    group: 'networking.istio.io',
    kind: 'DestinationRule',
    name,
    namespace,
    jqPathExpressions: [stableSubsetName, canarySubsetName].map(
      (subset) => `.spec.subsets[]? | ${isNamed(subset)} | .labels["rollouts-pod-template-hash"]`,
    ),
  };
}

function isNamed(name: string): string {
  return `select(.name == ${JSON.stringify(name)})`;
}

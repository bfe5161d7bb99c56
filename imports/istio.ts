import type { IDestinationRule } from '@kubernetes-models/istio/networking.istio.io/v1/DestinationRule';
import type { IGateway } from '@kubernetes-models/istio/networking.istio.io/v1/Gateway';
import type { IServiceEntry } from '@kubernetes-models/istio/networking.istio.io/v1/ServiceEntry';
import type { ISidecar } from '@kubernetes-models/istio/networking.istio.io/v1/Sidecar';
import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import type { IEnvoyFilter } from '@kubernetes-models/istio/networking.istio.io/v1alpha3/EnvoyFilter';
import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy';
import type { IPeerAuthentication } from '@kubernetes-models/istio/security.istio.io/v1/PeerAuthentication';
import type { IRequestAuthentication } from '@kubernetes-models/istio/security.istio.io/v1/RequestAuthentication';
import type { ITelemetry } from '@kubernetes-models/istio/telemetry.istio.io/v1/Telemetry';
import { kind } from './api-object.ts';
import type { Plain } from './plain.ts';

/** Istio's kinds, typed by @kubernetes-models/istio. EnvoyFilter has no newer version than v1alpha3. */
export class DestinationRule extends kind<Plain<IDestinationRule>>(
  'networking.istio.io/v1',
  'DestinationRule',
) {}
export class EnvoyFilter extends kind<Plain<IEnvoyFilter>>('networking.istio.io/v1alpha3', 'EnvoyFilter') {}
export class Gateway extends kind<Plain<IGateway>>('networking.istio.io/v1', 'Gateway') {}
export class ServiceEntry extends kind<Plain<IServiceEntry>>('networking.istio.io/v1', 'ServiceEntry') {}
export class Sidecar extends kind<Plain<ISidecar>>('networking.istio.io/v1', 'Sidecar') {}
export class VirtualService extends kind<Plain<IVirtualService>>(
  'networking.istio.io/v1',
  'VirtualService',
) {}
export class AuthorizationPolicy extends kind<Plain<IAuthorizationPolicy>>(
  'security.istio.io/v1',
  'AuthorizationPolicy',
) {}
export class PeerAuthentication extends kind<Plain<IPeerAuthentication>>(
  'security.istio.io/v1',
  'PeerAuthentication',
) {}
export class RequestAuthentication extends kind<Plain<IRequestAuthentication>>(
  'security.istio.io/v1',
  'RequestAuthentication',
) {}
export class Telemetry extends kind<Plain<ITelemetry>>('telemetry.istio.io/v1', 'Telemetry') {}

type Spec<T extends { spec?: unknown }> = Plain<NonNullable<T['spec']>>;

/** Parts of those kinds that charts build in functions of their own. */
export type HttpRoute = NonNullable<Spec<IVirtualService>['http']>[number];
export type HttpMatch = NonNullable<HttpRoute['match']>[number];
export type HttpRouteDestination = NonNullable<HttpRoute['route']>[number];
export type TrafficPolicy = NonNullable<Spec<IDestinationRule>['trafficPolicy']>;
export type AuthorizationRule = NonNullable<Spec<IAuthorizationPolicy>['rules']>[number];

import type { IGateway } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Gateway';
import type { IGRPCRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/GRPCRoute';
import type { IHTTPRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute';
import { kind } from './api-object.ts';
import type { Plain } from './plain.ts';

/** Kinds of the Gateway API, typed by @kubernetes-models/gateway-api. */
export class Gateway extends kind<Plain<IGateway>>('gateway.networking.k8s.io/v1', 'Gateway') {}
export class GRPCRoute extends kind<Plain<IGRPCRoute>>('gateway.networking.k8s.io/v1', 'GRPCRoute') {}
export class HTTPRoute extends kind<Plain<IHTTPRoute>>('gateway.networking.k8s.io/v1', 'HTTPRoute') {}

type Spec<T extends { spec?: unknown }> = Plain<NonNullable<T['spec']>>;

/** Parts of those kinds that are built in functions of their own. */
export type ParentReference = NonNullable<Spec<IHTTPRoute>['parentRefs']>[number];
export type HttpRouteRule = NonNullable<Spec<IHTTPRoute>['rules']>[number];
export type GrpcRouteMatch = NonNullable<NonNullable<Spec<IGRPCRoute>['rules']>[number]['matches']>[number];
export type Listener = NonNullable<Spec<IGateway>['listeners']>[number];

import type { Labels } from './workload.ts';

/** What checks read of a destination. https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination */
export interface Destination {
  readonly host: string;
  readonly subset?: string;
  readonly port?: { readonly number: number };
}

/** One weighted destination of a route. */
export interface WeightedDestination {
  readonly destination?: Destination;
  readonly weight?: number;
}

/** A string match: one of exact, prefix and regex. */
export type StringMatch = Readonly<Record<'exact' | 'prefix' | 'regex', string | undefined>>;

/** A condition of an HTTP route; all its fields must hold. */
export interface HttpMatch {
  readonly uri?: Partial<StringMatch>;
  readonly [field: string]: unknown;
}

/** One HTTP, TLS or TCP route. */
export interface Route {
  readonly name?: string;
  readonly match?: readonly HttpMatch[];
  readonly route?: readonly WeightedDestination[];
  readonly mirror?: Destination;
  readonly mirrors?: readonly { readonly destination: Destination }[];
}

/** What checks read of a VirtualService. */
export interface VirtualServiceSpec {
  readonly hosts: readonly string[];
  readonly gateways: readonly string[];
  readonly exportTo: readonly string[];
  readonly http: readonly Route[];
  readonly tls: readonly Route[];
  readonly tcp: readonly Route[];
}

/** What checks read of a traffic policy. */
export interface TrafficPolicy {
  readonly loadBalancer?: { readonly localityLbSetting?: object; readonly consistentHash?: object };
  readonly connectionPool?: { readonly http?: { readonly maxRetries?: number } };
  readonly outlierDetection?: object;
  readonly retryBudget?: object;
  readonly tls?: { readonly mode?: string };
  readonly portLevelSettings?: readonly {
    readonly port?: { readonly number: number };
    readonly tls?: { readonly mode?: string };
  }[];
}

/** A named part of a service's pods. */
export interface Subset {
  readonly name: string;
  readonly labels?: Labels;
  readonly trafficPolicy?: TrafficPolicy;
}

/** What checks read of a DestinationRule. */
export interface DestinationRuleSpec {
  readonly host: string;
  readonly subsets: readonly Subset[];
  readonly trafficPolicy: TrafficPolicy;
  readonly workloadSelector: { readonly matchLabels?: Labels };
  readonly exportTo: readonly string[];
}

/** What checks read of a ServiceEntry. */
export interface ServiceEntrySpec {
  readonly hosts: readonly string[];
  readonly addresses: readonly string[];
  readonly ports: readonly { readonly number: number; readonly name: string; readonly protocol?: string }[];
  readonly resolution: string;
}

/** What checks read of a Gateway. */
export interface GatewaySpec {
  readonly selector: Labels;
  readonly servers: readonly {
    readonly port: { readonly number: number; readonly name: string; readonly protocol: string };
    readonly hosts: readonly string[];
    readonly tls?: {
      readonly mode?: string;
      readonly credentialName?: string;
      readonly httpsRedirect?: boolean;
      readonly minProtocolVersion?: string;
    };
  }[];
}

/** Who a rule of an AuthorizationPolicy is about. */
export interface AuthorizationSource {
  readonly principals?: readonly string[];
  readonly serviceAccounts?: readonly string[];
  readonly [field: string]: unknown;
}

/** A rule of an AuthorizationPolicy: without `from` it is about everybody. */
export interface AuthorizationRule {
  readonly from?: readonly { readonly source?: AuthorizationSource }[];
  readonly to?: readonly { readonly operation?: { readonly ports?: readonly string[] } }[];
  readonly when?: readonly { readonly key: string }[];
}

/** What checks read of an AuthorizationPolicy. */
export interface AuthorizationPolicySpec {
  readonly selector: { readonly matchLabels?: Labels };
  readonly targetRefs: readonly unknown[];
  readonly action: string;
  readonly rules: readonly AuthorizationRule[];
}

/** What checks read of a RequestAuthentication. */
export interface RequestAuthenticationSpec {
  readonly jwtRules: readonly {
    readonly fromHeaders?: readonly object[];
    readonly fromCookies?: readonly string[];
    readonly fromParams?: readonly string[];
  }[];
}

/** What checks read of a PeerAuthentication. */
export interface PeerAuthenticationSpec {
  readonly selector: { readonly matchLabels?: Labels };
  readonly mtls: { readonly mode?: string };
  readonly portLevelMtls: Readonly<Record<string, { readonly mode?: string }>>;
}

/** What checks read of a Sidecar. */
export interface SidecarSpec {
  readonly workloadSelector: { readonly labels?: Labels };
  readonly outboundTrafficPolicy: { readonly mode?: string };
  readonly egress: readonly { readonly hosts: readonly string[] }[];
}

/** Who connects to pods that are exposed: pods of a namespace, all or some, or whoever has an address of a range. */
export type WayInPeer =
  | { readonly namespace: string; readonly pods: Readonly<Record<string, string>> | undefined }
  | { readonly cidr: string };

/** What every way in has. */
interface EveryWayIn {
  /** Who stands before the pods, for policies that let it in; in the order they are written. */
  readonly peers: readonly WayInPeer[];
  /** Where its objects and pods are, for people to look at; undefined where that is the services' own. */
  readonly namespace: string | undefined;
  /** Its addresses are of the network around the cluster, none of them public. */
  readonly isInternal: boolean;
}

/** Settings of an Application Load Balancer of AWS. */
export interface LoadBalancerSettings {
  /** What AWS calls it; undefined lets the controller choose. */
  readonly name?: string | undefined;
  readonly scheme: 'internet-facing' | 'internal';
  readonly certificateArn: string;
  readonly sslPolicy: string;
  readonly webAclArn: string | undefined;
  readonly accessLogs: { readonly bucket: string; readonly prefix: string } | undefined;
  /** Seconds an idle connection is kept. */
  readonly idleTimeoutSeconds: number;
  /** Address ranges that may connect; empty means all. */
  readonly inboundCidrs: readonly string[];
  readonly deletionProtection: boolean;
}

/** A load balancer that speaks TLS to the mesh gateway, which leads on to the services. */
export interface AlbToMesh extends EveryWayIn, LoadBalancerSettings {
  readonly way: 'albToMesh';
  /** Remote secret with `tls.crt` and `tls.key` of the mesh gateway's own certificate (ALB to gateway). */
  readonly gatewayCertificateKey: string;
}

/** A load balancer whose targets are the pods of services. */
export interface Alb extends EveryWayIn, LoadBalancerSettings {
  readonly way: 'alb';
}

/** Where the certificates of the public hosts come from: an issuer of cert-manager, or a remote secret. */
export type Certificates =
  | { readonly issuer: { readonly kind: 'ClusterIssuer' | 'Issuer'; readonly name: string } }
  /** Remote secret with `tls.crt` and `tls.key`, for every public host. */
  | { readonly remoteSecret: string };

/** A Gateway of the Gateway API that the platform brings. */
export interface OwnGateway {
  readonly className: string;
  /** For whoever makes the load balancer of it (`spec.infrastructure`); keys sorted. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly certificates: Certificates;
}

/** Routes of the Gateway API, from a Gateway that leads straight to the services. */
export interface GatewayApi extends EveryWayIn {
  readonly way: 'gatewayApi';
  /** The Gateway that routes attach to. */
  readonly gateway: { readonly name: string; readonly namespace: string };
  /** Undefined where somebody else has that Gateway. */
  readonly own: OwnGateway | undefined;
  /** Listener of somebody else's Gateway; any that has the host if undefined. */
  readonly listener: string | undefined;
}

/** How requests from outside reach what is exposed. */
export type Ingress = Alb | AlbToMesh | GatewayApi;

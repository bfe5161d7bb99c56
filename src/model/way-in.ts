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

/** How requests from outside reach what is exposed. */
export type Ingress = AlbToMesh;

/** How long a release waits: seconds, or until a person says so. */
export type ReleaseWait = number | 'manual';

/** A part of the requests that goes to the new version, and how long before the next step. */
export interface ReleaseStep {
  /** Percent of the requests. */
  readonly weight: number;
  readonly pause: ReleaseWait;
}

/** What the requests of a new version are held against; undefined where the clock alone decides. */
export interface ReleaseAnalysis {
  /** Percent of the requests that must not fail. */
  readonly successRate: number;
  readonly latency: { readonly percentile: number; readonly underMilliseconds: number } | undefined;
  /** Requests of the new version within two minutes, below which a canary waits for more, and a person decides with blue-green. */
  readonly minimumRequests: number;
}

/** Requests go over to the new version in steps, while the old one stays whole. */
export interface CanaryRelease {
  readonly strategy: 'canary';
  /** Weights ascend. */
  readonly steps: readonly ReleaseStep[];
  readonly analysis: ReleaseAnalysis | undefined;
}

/** How the new version can be looked at before requests go to it: on a host of its own, or by exact header values. */
export type ReleasePreview =
  | { readonly host: string }
  | { readonly headers: Readonly<Record<string, string>> };

/** A whole new version starts beside the old one, then all requests go over at once. */
export interface BlueGreenRelease {
  readonly strategy: 'blue-green';
  /** Before requests go over, from when the new version is ready. */
  readonly promotion: ReleaseWait;
  readonly preview: ReleasePreview | undefined;
  /** How long the old version stays to go back to, once the new one is good. */
  readonly scaleDownDelaySeconds: number;
  /** Of the requests after they went over. */
  readonly analysis: (ReleaseAnalysis & { readonly minutes: number }) | undefined;
}

/** How a new version of a service takes over from the one before, where Argo Rollouts does it. */
export type Release = CanaryRelease | BlueGreenRelease;

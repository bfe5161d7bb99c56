import type { Credentials, Resource } from './resource.ts';

/** A resource whose own metrics are read: in use by some service, and of a type that has some. */
export interface WatchedResource {
  readonly resource: Resource;
  /** An account that may only look, for its exporter; undefined where no exporter asks it. */
  readonly account: Credentials | undefined;
}

/** A resource of AWS that CloudWatch has metrics of. */
export interface CloudResource extends Resource {
  readonly cloudName: string;
}

/** An index of logs or traces in an OpenSearch that the platform uses. */
export interface SearchStore {
  readonly resource: Resource;
  /** An account that may write there. */
  readonly account: Credentials;
}

/** Where traces are kept, and which. */
export interface Tracing {
  /** Undefined keeps them in Jaeger's own volume (Badger). */
  readonly store: SearchStore | undefined;
  /** Size of that volume, where there is one. */
  readonly volume: string;
  readonly retentionDays: number;
  /** Requests that took longer are always kept, milliseconds. */
  readonly slowMilliseconds: number;
  /** Share of the other requests that is kept, percent; errors are always kept. */
  readonly keepPercent: number;
}

/** Where logs are kept. */
export interface Logs {
  readonly store: SearchStore;
  readonly retentionDays: number;
  /** Keys of structured logs whose values are never stored, sorted. */
  readonly drop: readonly string[];
}

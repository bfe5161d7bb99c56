import type { Endpoint } from './dependency.ts';

/** A resource whose own metrics are read by an exporter: in use by some service, and of a type that has an exporter. */
export interface WatchedResource {
  readonly name: string;
  readonly type: 'postgres' | 'redis' | 'mongodb' | 'opensearch';
  /** `writer` and `reader` of a database, where they differ; else one. Sorted by label. */
  readonly endpoints: readonly Endpoint[];
  readonly database: string;
  /** Remote secret with `username` and `password` of an account that may only look. */
  readonly secret: string;
}

/** A resource of AWS that CloudWatch has metrics of. */
export interface CloudResource {
  readonly name: string;
  readonly type: 'queue' | 'topic' | 'postgres' | 'mysql' | 'redis' | 'mongodb' | 'opensearch' | 'bucket';
  /** As AWS calls it: of a queue or topic its own name; of others the first label of the host. */
  readonly awsName: string;
}

/** An index of logs or traces in an OpenSearch that the platform uses. */
export interface SearchStore {
  /** Name of the resource. */
  readonly resource: string;
  readonly endpoint: Endpoint;
  /** Remote secret with `username` and `password` of an account that may write there. */
  readonly secret: string;
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

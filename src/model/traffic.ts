/** Scripts of other origins that may call a service from a browser. */
export interface Cors {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly credentials: boolean;
  /** Seconds a browser remembers the answer. */
  readonly maxAgeSeconds: number;
}

/** Token bucket per pod: `requests` tokens every `seconds`, at most `burst` saved up. */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
  readonly burst: number;
}

/** Istio's names for the balancing algorithms. */
export type LoadBalancer = 'LEAST_REQUEST' | 'ROUND_ROBIN' | 'RANDOM';

/**
 * Which pods callers prefer: `spread` shares requests over all of them, `prefer` keeps them in the caller's zone while
 * pods there are healthy.
 */
export type Zones = 'spread' | 'prefer';

/** When callers stop sending to a pod, and how much they may have under way. */
export interface CircuitBreaker {
  readonly consecutive5xxErrors: number;
  readonly interval: string;
  readonly baseEjectionTime: string;
  /** Percent of the pods that may be ejected at once. */
  readonly maxEjectionPercent: number;
  readonly maxConnections: number;
  readonly maxPendingRequests: number;
  readonly maxRequests: number;
  /** Retries under way at most, percent of the requests under way; three always may. */
  readonly maxRetryPercent: number;
}

/** A question to a public path, and the status of its answer while all is well. */
export interface RouteProbe {
  /** Below one of the paths; each of them if undefined. */
  readonly path: string | undefined;
  readonly method: 'GET' | 'HEAD' | 'POST';
  /** JSON that is sent along. */
  readonly body: string | undefined;
  readonly status: readonly number[];
}

/** A file that a service finds in its container, with its content. */
export interface ServiceFile {
  /** Absolute path. */
  readonly path: string;
  /** The path as a key of a ConfigMap: `etc.nginx.nginx.conf`. */
  readonly key: string;
  readonly content: string;
  readonly isExecutable: boolean;
}

/** Whom the processes of a pod run as. */
export interface ProcessIdentity {
  readonly runAsUser: number;
  readonly runAsGroup: number;
  /** Group that volumes and secret files belong to. */
  readonly fsGroup: number;
  readonly supplementalGroups: readonly number[];
}

/** A taint of nodes that pods put up with. */
export interface Toleration {
  readonly key: string;
  /** Undefined is any. */
  readonly value: string | undefined;
  /** Undefined is each. */
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute' | undefined;
  readonly tolerationSeconds: number | undefined;
}

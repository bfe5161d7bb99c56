/** Kubernetes groups that hold a role, each sorted. */
export interface AccessGroups {
  readonly deployer: readonly string[];
  readonly viewer: readonly string[];
}

/** A time in which deployers may write by hand and sync against the windows. */
export interface Emergency {
  readonly reason: string;
  /** Last day, `2026-12-02`. */
  readonly until: string;
}

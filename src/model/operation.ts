/** Where requests are counted, for whoever scales or judges a release by them. */
export interface Prometheus {
  /** `http://prometheus.monitoring.svc:9090`; has what the sidecars count. */
  readonly url: string;
  /** Namespace of the KEDA operator, which asks it how much load there is. */
  readonly kedaNamespace: string;
  /** Namespace of the Argo Rollouts controller, which asks it how a new version does. */
  readonly rolloutsNamespace: string;
  /** Port to open in the monitoring namespace, where that Prometheus is there. */
  readonly monitoringPort: number | undefined;
}

/** When planned work may disturb the platform, once a week. */
export interface MaintenanceWindow {
  /** Day of the week, in English: `Sunday`. */
  readonly day: string;
  /** `02:00` to `04:00`; a window that ends before it starts goes over midnight. */
  readonly from: string;
  readonly to: string;
  /** IANA time zone. */
  readonly timeZone: string;
  /** Days ahead that users are told. */
  readonly noticeDays: number | undefined;
}

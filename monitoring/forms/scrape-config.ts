/** One step of relabelling: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
export interface Relabel {
  readonly source_labels?: readonly string[];
  readonly separator?: string;
  readonly regex?: string;
  readonly target_label?: string;
  readonly replacement?: string;
  readonly action: 'drop' | 'keep' | 'labeldrop' | 'replace';
}

/** Targets that are found by asking the Kubernetes API, in these namespaces only. */
export interface KubernetesDiscovery {
  readonly role: 'endpointslice' | 'node' | 'pod';
  readonly namespaces?: { readonly names: readonly string[] };
}

/** A job of Prometheus, in the words of its configuration file. */
export interface ScrapeConfig {
  /** Unique; the label `job` unless a step sets another. */
  readonly job_name: string;
  readonly scrape_interval?: string;
  readonly scrape_timeout?: string;
  readonly metrics_path?: string;
  readonly scheme?: 'https';
  readonly params?: Readonly<Record<string, readonly string[]>>;
  /** Labels of the metrics win over those of the target; for exporters that speak about others. */
  readonly honor_labels?: boolean;
  readonly honor_timestamps?: boolean;
  /** Reading more samples than this fails, so that no target can fill Prometheus. */
  readonly sample_limit: number;
  readonly label_limit: number;
  readonly label_value_length_limit: number;
  readonly authorization?: { readonly credentials_file: string };
  readonly tls_config?: {
    readonly ca_file?: string;
    readonly server_name?: string;
    readonly insecure_skip_verify?: true;
  };
  readonly kubernetes_sd_configs?: readonly KubernetesDiscovery[];
  readonly dns_sd_configs?: readonly {
    readonly names: readonly string[];
    readonly type: 'A';
    readonly port: number;
    readonly refresh_interval: string;
  }[];
  readonly http_sd_configs?: readonly { readonly url: string; readonly refresh_interval: string }[];
  readonly static_configs?: readonly {
    readonly targets: readonly string[];
    readonly labels?: Readonly<Record<string, string>>;
  }[];
  readonly relabel_configs: readonly Relabel[];
  readonly metric_relabel_configs?: readonly Relabel[];
}

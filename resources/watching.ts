import type { Exporter } from '../monitoring/forms/exporter.ts';
import type { Section } from '../monitoring/forms/panels/place.ts';
import type { AlertRule } from '../monitoring/forms/rule.ts';
import type { ScrapeConfig } from '../monitoring/forms/scrape-config.ts';
import type { Environment } from '../src/model/environment.ts';
import type { WatchedResource } from '../src/model/watched.ts';

/** What is particular about the container of an exporter that looks at one resource. */
export interface ExporterSetup {
  readonly args: readonly string[];
  /** Values by the names of variables. */
  readonly variables?: Readonly<Record<string, string>>;
  /**
   * How it is told its account: by two variables, or by a file that External Secrets makes from `{{ .username }}` and
   * `{{ .password }}`. It is restarted when the account changes.
   */
  readonly account:
    | { readonly username: string; readonly password: string }
    | { readonly folder: string; readonly file: string; readonly template: string };
}

/** A program that asks a resource, and is asked by Prometheus. One runs for each resource. */
export interface ExporterProgram {
  readonly kind: 'program';
  /** Its name in `observability.images`: `redis-exporter`. */
  readonly program: string;
  /** As its makers publish it, in the version that everything here is written for. */
  readonly image: { readonly repository: string; readonly tag: string };
  readonly port: number;
  /** Path that answers without asking the resource: an exporter is not at fault when that is down. */
  readonly healthPath: string;
  readonly setup: (watched: WatchedResource) => ExporterSetup;
}

/** Metrics that a resource has itself: Prometheus reads them where it is, encrypted, and verifies as services do. */
export interface OwnMetrics {
  readonly kind: 'own';
  readonly port: number;
}

/** How the metrics of one type of resource get to people. */
export interface Watching {
  readonly reader: ExporterProgram | OwnMetrics;
  /** Those that are used, as they are exported. */
  readonly metrics: Exporter;
  /** Jobs that read them; the label `resource` tells whose they are. */
  readonly jobs: (watched: readonly WatchedResource[], environment: Environment) => readonly ScrapeConfig[];
  readonly availability: {
    /** PromQL that has a series for each resource which does not answer, by `resource`. */
    readonly unanswered: string;
    /** The series with which the resource `main` says that it answers, for tests. */
    readonly answers: string;
  };
  /** PromQL that is 1 where the resource of that name answers, for a panel of services. */
  readonly isUp: (resource: string) => string;
  /** A metric that every one of them has, which lists them at the head of their dashboard. */
  readonly listedBy: string;
  readonly section: () => Section;
  readonly alerts: () => readonly AlertRule[];
}

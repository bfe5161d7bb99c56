/** A Grafana dashboard as it is provisioned. */
export interface Dashboard {
  /** Stable, at most 40 characters; see `uid.ts`. */
  readonly uid: string;
  /** Unique within its folder. */
  readonly title: string;
  /** Grafana folder: `Services`, `Resources`, `Infrastructure`. */
  readonly folder: string;
  /** The dashboard model of Grafana as JSON without spaces, each panel on a line of its own. */
  readonly json: string;
}

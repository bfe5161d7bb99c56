/** Data sources by the uids that dashboards, links and exemplars know them by. */
export const ALERTMANAGER = { type: 'alertmanager', uid: 'alertmanager' } as const;
export const JAEGER = { type: 'jaeger', uid: 'jaeger' } as const;
export const OPENSEARCH = { type: 'grafana-opensearch-datasource', uid: 'opensearch' } as const;
export const PROMETHEUS = { type: 'prometheus', uid: 'prometheus' } as const;

/**
 * The address of Grafana's Explore with a question filled in, within the last hour:
 * https://grafana.com/docs/grafana/latest/explore/get-started-with-explore/#generate-explore-urls-from-external-tools
 */
export function exploreUrl(
  datasource: { readonly type: string; readonly uid: string },
  query: object,
): string {
  const pane = {
    datasource: datasource.uid,
    queries: [{ refId: 'A', datasource, ...query }],
    range: { from: 'now-1h', to: 'now' },
  };
  return `/explore?schemaVersion=1&panes=${encodeURIComponent(JSON.stringify({ a: pane }))}&orgId=1`;
}

/** Longest uid that Grafana takes: https://grafana.com/docs/grafana/latest/developer-resources/api-reference/http-api/dashboard/ */
const LONGEST = 40;

/** Stable ids of the dashboards that are not of one service. */
export const ADD_ONS = 'add-ons';
export const BUSINESS = 'business';
export const PLATFORM_OVERVIEW = 'platform-overview';
export const INFRASTRUCTURE = 'infrastructure';
export const ISTIO_MESH = 'istio-mesh';
export const OBSERVABILITY = 'observability';

/** Stable id of the dashboard of a service; names that are too long end in a number made from the whole of them. */
export function serviceDashboard(service: string): string {
  return shortened(`service-${service}`);
}

/**
 * The same in an alert over all services, of the one in its label `service`: a Go template. Names that are too long lead
 * to the overview, as a template cannot shorten them.
 */
export const DASHBOARD_OF_SERVICE = `{{ if gt (len $labels.service) ${LONGEST - 'service-'.length} }}${PLATFORM_OVERVIEW}{{ else }}service-{{ $labels.service }}{{ end }}`;

/** Stable id of the dashboard of one type of resource: `resource-postgres`. */
export function resourceDashboard(type: string): string {
  return shortened(`resource-${type}`);
}

function shortened(uid: string): string {
  if (uid.length <= LONGEST) return uid;
  let hash = 0;
  for (const character of uid) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_000_007;
  const suffix = hash.toString(36);
  return `${uid.slice(0, LONGEST - suffix.length - 1)}-${suffix}`;
}

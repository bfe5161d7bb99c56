const SERVICES_PER_TEAM = 5;

const DOMAINS = ['orders', 'catalog', 'billing', 'shipping', 'accounts', 'pricing', 'reviews', 'returns'];

/** How many teams a platform of `count` services has. Each owns five services, a database, a cache, a queue and a topic. */
export function teamCount(count: number): number {
  return Math.ceil(count / SERVICES_PER_TEAM);
}

/** Name of one service of a generated platform. */
export function serviceName(index: number): string {
  return `${DOMAINS[index % DOMAINS.length]}-${index}`;
}

/** Whether it consumes a queue; the others serve requests. */
export function isWorker(index: number): boolean {
  return index % 5 === 4;
}

/** One service of a generated platform of `count`, as an entry of `services` in platform.yaml. */
export function serviceText(index: number, count: number): string {
  return isWorker(index) ? workerText(index, count) : webText(index, count);
}

function webText(index: number, count: number): string {
  const team = Math.floor(index / SERVICES_PER_TEAM);
  const callees = calleesOf(index, count);
  const env = callees.map((callee, at) => `      UPSTREAM_${at}_URL: \${${serviceName(callee)}.url}\n`);
  const uses = callees.map((callee) => `      ${serviceName(callee)}: {timeout: 2s, retries: 2}\n`);
  return `  ${serviceName(index)}:
    kind: web
    summary: Serves the ${DOMAINS[index % DOMAINS.length]} of the shop
    ports: {http: 8080, metrics: 9464}
    health: {startup: /healthz, liveness: /healthz, readiness: /readyz}
    resources: {requests: {cpu: ${100 + (index % 4) * 50}m, memory: 256Mi}, limits: {memory: 512Mi}}
    scaling: {min: 2, max: ${4 + (index % 5)}, cpu: 70, memory: 80}
    env:
      DATABASE_URL_FILE: /etc/secrets/database-url
      EVENTS_TOPIC_ARN: \${events-${team}.arn}
      LOG_LEVEL: info
${env.join('')}    secretFiles:
      database-url: \${database-${team}.writer.url}
    uses:
      database-${team}: {access: read-write}
      events-${team}: {}
${uses.join('')}${exposeText(index)}`;
}

function workerText(index: number, count: number): string {
  const team = Math.floor(index / SERVICES_PER_TEAM);
  const callee = serviceName(calleesOf(index, count)[0] ?? 0);
  return `  ${serviceName(index)}:
    kind: worker
    summary: Works through the ${DOMAINS[index % DOMAINS.length]} of the shop
    ports: {metrics: 9464}
    health: {port: metrics, startup: /metrics, liveness: /metrics}
    resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 256Mi}}
    scaling: {min: 1, max: 6, cpu: 70, memory: 80}
    env:
      CACHE_URL_FILE: /etc/secrets/cache-url
      LOG_LEVEL: info
      QUEUE_URL: \${jobs-${team}.url}
      UPSTREAM_0_URL: \${${callee}.url}
    secretFiles:
      cache-url: \${cache-${team}.url}
    uses:
      jobs-${team}: {}
      cache-${team}: {}
      ${callee}: {timeout: 5s}
    stop: {drain: 5s, grace: 60s}
`;
}

/** Two or three services that serve requests: one near by, the others spread over the platform. */
function calleesOf(index: number, count: number): readonly number[] {
  const wanted = [index + 1, index * 7 + 3, index * 3 + 11].slice(0, 2 + (index % 2));
  const served = wanted.map((callee) => callee % count).map((callee) => callee - (isWorker(callee) ? 1 : 0));
  return [...new Set(served)].filter((callee) => callee !== index);
}

function exposeText(index: number): string {
  if (index % 20 !== 0) return '';
  return `    expose: {host: api-${Math.floor(index / 200)}, paths: [/${serviceName(index)}], auth: jwt}
`;
}

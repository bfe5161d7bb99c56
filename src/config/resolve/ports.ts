import type { Port } from '../../model/dependency.ts';
import type { Report } from '../report.ts';
import type { ServiceInput } from '../schema/service.ts';
import type { Path } from '../source.ts';

/** Name of the port that Prometheus reads; requests never go there. */
const METRICS = 'metrics';

/** The ports of a service in the order they are written, with the protocol their names tell. */
export function portsOf(service: ServiceInput): readonly Port[] {
  return Object.entries(service.ports ?? {}).map(([name, number]) => ({
    name,
    number,
    appProtocol: protocolOf(name),
  }));
}

/** The port of that name, or the only one that takes requests when none is named. Reports when there is none or several. */
export function portNamed(
  ports: readonly Port[],
  name: string | undefined,
  path: Path,
  service: string,
  report: Report,
): Port | undefined {
  const candidates = ports.filter((port) =>
    name === undefined ? port.name !== METRICS : port.name === name,
  );
  if (candidates.length === 1) return candidates[0];
  const known = ports.map((port) => port.name).join(', ');
  if (name !== undefined) {
    report(path, `${service} has no port \`${name}\``, { fix: known ? `use one of: ${known}` : undefined });
  } else if (candidates.length === 0) {
    report(path, `${service} has no port that takes requests`, {
      fix: `give it one: ports: {http: 8080}`,
      at: 'key',
    });
  } else {
    report(path, `missing: ${service} has several ports`, { fix: `name one of: ${known}`, at: 'key' });
  }
  return undefined;
}

/** Whether requests are told apart on a port, so that timeouts, retries, limits and paths mean something. */
export function isHttp({ appProtocol }: Port): boolean {
  return HTTP.has(appProtocol);
}

/** Whether requests come in at any of the ports: Prometheus alone asks the one for metrics, past the mesh. */
export function takesRequests(ports: readonly Port[]): boolean {
  return ports.some((port) => port.name !== METRICS && isHttp(port));
}

const HTTP: ReadonlySet<string> = new Set(['http', 'http2', 'grpc', 'grpc-web']);

function protocolOf(name: string): string {
  if (name === METRICS) return 'http';
  if (name.startsWith('grpc-web')) return 'grpc-web';
  return name.split('-')[0] as string;
}

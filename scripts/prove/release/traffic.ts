import { createServer } from 'node:http';
import { listening } from '../../../test/monitoring/program.ts';

/** How a version behaves: the share of its requests that fail, and how long each takes. */
export interface Behaviour {
  readonly failing: number;
  readonly milliseconds: number;
}

/** Pods of one version that take requests, as sidecars label them. */
export interface Version {
  readonly namespace: string;
  readonly workload: string;
  /** Value of the pods' label `rollouts-pod-template-hash`. */
  readonly hash: string;
  readonly behaviour: Behaviour;
}

/** Sidecars of the versions that are there, as one target to scrape. */
export interface Traffic {
  readonly port: number;
  /** Versions that take requests from now on, each since it was first told of. */
  readonly take: (versions: readonly Version[]) => void;
  readonly stop: () => Promise<void>;
}

const REQUESTS_PER_SECOND = 50;
/** Bounds of Istio's histogram of durations, in milliseconds. */
const BOUNDS = [1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 30000];

/** Stands in for the sidecars, which count what they see of every request. */
export async function startTraffic(): Promise<Traffic> {
  const since = new Map<string, number>();
  let versions: readonly Version[] = [];
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    response.end(versions.flatMap((version) => seriesOf(version, count(version))).join(''));
  });
  const count = ({ hash }: Version) =>
    Math.round(((Date.now() - (since.get(hash) ?? Date.now())) / 1000) * REQUESTS_PER_SECOND);
  const port = await listening(server);
  return {
    port,
    take: (told) => {
      for (const { hash } of told) since.set(hash, since.get(hash) ?? Date.now());
      versions = told;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function seriesOf({ namespace, workload, hash, behaviour }: Version, count: number): readonly string[] {
  const failed = Math.round(count * behaviour.failing);
  const labels = {
    reporter: 'destination',
    destination_workload_namespace: namespace,
    destination_workload: workload,
    rollouts_pod_template_hash: hash,
  };
  const sample = (name: string, value: number, more: Readonly<Record<string, string>> = {}) => {
    const text = Object.entries({ ...labels, ...more }).map(([key, label]) => `${key}="${label}"`);
    return `${name}{${text.join(',')}} ${value}\n`;
  };
  const duration = 'istio_request_duration_milliseconds';
  return [
    sample('istio_requests_total', count - failed, { response_code: '200' }),
    sample('istio_requests_total', failed, { response_code: '503' }),
    ...[...BOUNDS.map(String), '+Inf'].map((le) =>
      sample(
        `${duration}_bucket`,
        behaviour.milliseconds <= Number(le.replace('+Inf', 'Infinity')) ? count : 0,
        { le },
      ),
    ),
    sample(`${duration}_sum`, count * behaviour.milliseconds),
    sample(`${duration}_count`, count),
  ];
}

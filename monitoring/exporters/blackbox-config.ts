import type { Environment } from '../../src/model/environment.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { moduleOf, type Probe, probesOf } from '../scrape/probes.ts';

/**
 * Configuration of the blackbox exporter, a module for each kind of question to the public routes of an environment:
 * https://github.com/prometheus/blackbox_exporter/blob/v0.28.0/CONFIGURATION.md
 */
export function blackboxConfigText(environment: Environment): string {
  const probes = probesOf(environment);
  const modules = probes.map((probe): [string, object] => [moduleOf(probe, probes), moduleFor(probe)]);
  return writeYaml({
    modules: Object.fromEntries(modules.sort(([a], [b]) => (a < b ? -1 : 1))),
  });
}

function moduleFor({ method, body, status, isRefused }: Probe): object {
  return {
    prober: 'http',
    timeout: '10s',
    http: {
      method,
      valid_status_codes: status,
      ...((isRefused || body !== undefined) && {
        headers: {
          ...(isRefused && { Authorization: 'Bearer none' }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
      }),
      ...(body !== undefined && { body }),
      ...(isRefused && { fail_if_header_not_matches: REFUSED }),
      // Where a host sends people to is a host of its own, or somebody else's.
      follow_redirects: false,
      fail_if_not_ssl: true,
      preferred_ip_protocol: 'ip4',
    },
  };
}

/**
 * How the sidecar of a service refuses a token: https://datatracker.ietf.org/doc/html/rfc6750#section-3. A firewall or load
 * balancer before it that refuses requests does not say so.
 */
const REFUSED = [{ header: 'WWW-Authenticate', regexp: 'invalid_token', allow_missing: false }];

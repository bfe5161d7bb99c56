import { writeYaml } from '../../yaml/write.ts';
import { UPTIME_MODULE } from '../scrape/uptime.ts';

/**
 * Answers that show that a host is up: whatever a service says on purpose. A host that asks for a token says 401, one
 * without anything at the probed path 404, one that takes other methods 405. Errors of the server (5xx) do not count.
 */
const ANSWERS = [
  200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 406, 415, 422, 426, 429,
];

/** Configuration of the blackbox exporter: https://github.com/prometheus/blackbox_exporter/blob/v0.28.0/CONFIGURATION.md */
export function blackboxConfigText(): string {
  return writeYaml({
    modules: {
      [UPTIME_MODULE]: {
        prober: 'http',
        timeout: '10s',
        http: {
          method: 'GET',
          valid_status_codes: ANSWERS,
          // Where a host sends people to is a host of its own, or somebody else's.
          follow_redirects: false,
          fail_if_not_ssl: true,
          preferred_ip_protocol: 'ip4',
        },
      },
    },
  });
}

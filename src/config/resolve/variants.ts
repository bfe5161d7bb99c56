import type { Report } from '../report.ts';
import type { ServiceInput } from '../schema/service.ts';
import { portsOf, takesRequests } from './ports.ts';

/** Reports variants that can get no requests, and weights that are more than all of them. */
export function checkVariants(name: string, service: ServiceInput, report: Report): void {
  const { variants } = service;
  if (!variants) return;
  const path = ['services', name, 'variants'];
  const total = Object.values(variants).reduce((sum, { weight = 0 }) => sum + weight, 0);
  if (total > 100) {
    report(path, `the weights add up to ${total}, which is more than all requests`, {
      fix: 'let them add up to 100 at most: the service itself gets the rest',
      at: 'key',
    });
  }
  if (Object.hasOwn(variants, 'stable')) {
    report([...path, 'stable'], '`stable` is the service itself', { at: 'key', fix: 'choose another name' });
  }
  checkHeaders(path, service, variants, report);
}

function checkHeaders(
  path: string[],
  service: ServiceInput,
  variants: NonNullable<ServiceInput['variants']>,
  report: Report,
): void {
  const chosen = new Map<string, string>();
  const hasHttp = takesRequests(portsOf(service));
  for (const [variant, { headers }] of Object.entries(variants)) {
    if (!headers) continue;
    const at = [...path, variant, 'headers'];
    if (!hasHttp)
      report(at, 'headers mean nothing without a port for HTTP or gRPC', { at: 'key', fix: 'use weight' });
    const key = JSON.stringify(Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1)));
    const other = chosen.get(key);
    if (other) report(at, `the same as of \`${other}\``, { at: 'key', fix: 'choose other headers' });
    chosen.set(key, variant);
  }
}

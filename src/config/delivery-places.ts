import { REFERENCE } from './fill-facts.ts';
import type { Report } from './report.ts';
import { isMap, type YamlMap } from './source.ts';

/** Keys of `delivery` that hold for all environments, as one AppProject and one root Application do. */
const OF_PLATFORM = ['repository', 'path', 'argocd'];

/** Reports what an environment says of Argo CD, or names a fact of, that must be the same in all of them. */
export function reportDeliveryPlaces(platform: YamlMap, environment: YamlMap, report: Report): void {
  const own = isMap(environment['delivery']) ? environment['delivery'] : {};
  const shared = isMap(platform['delivery']) ? platform['delivery'] : {};
  for (const key of OF_PLATFORM) {
    if (Object.hasOwn(own, key)) {
      const fix = `write delivery.${key} in platform.yaml`;
      report(['delivery', key], `${key} is the same for all environments`, { fix, at: 'key' });
    } else reportFacts(['delivery', key], shared[key], report);
  }
}

function reportFacts(path: readonly string[], value: unknown, report: Report): void {
  if (isMap(value)) {
    for (const [key, below] of Object.entries(value)) reportFacts([...path, key], below, report);
  }
  if (typeof value !== 'string') return;
  const facts = [...value.matchAll(REFERENCE)].flatMap(([, fact]) => fact ?? []);
  const fact = facts.find((name) => name !== 'platform');
  if (fact === undefined) return;
  const message = `\${${fact}} is a fact of one environment, and this is the same for all of them`;
  report(path, message, { fix: 'write what it is for all' });
}

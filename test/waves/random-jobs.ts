import fc from 'fast-check';
import { type RandomPlatform, randomPlatform } from '../graph/random-platform.ts';

type Written = Readonly<Record<string, unknown>>;

/** Platforms whose services are of kinds that keep volumes, run once and migrate, and work with any before them. */
export const randomJobs: fc.Arbitrary<RandomPlatform> = randomPlatform.chain((platform) => {
  const services = Object.entries(platform.platform['services'] as Record<string, Written>);
  const choice = fc.record({
    kind: fc.constantFrom('web', 'stateful', 'stateful', 'task'),
    migrates: fc.boolean(),
  });
  return fc.tuple(...services.map(() => choice)).map((choices) => {
    const kindOf = new Map(services.map(([name], index) => [name, choices[index]?.kind]));
    const changed = services.map(([name, service], index) => {
      const usable = (used: string) => !kindOf.has(used) || (used < name && kindOf.get(used) !== 'task');
      const uses = Object.entries(service['uses'] as Written).filter(([used]) => usable(used));
      const { kind = 'web', migrates = false } = choices[index] ?? {};
      return [name, written({ ...service, uses: Object.fromEntries(uses) }, kind, migrates)];
    });
    return { ...platform, platform: { ...platform.platform, services: Object.fromEntries(changed) } };
  });
});

function written(service: Written, kind: string, migrates: boolean): Written {
  const { summary, resources, uses, ports, health } = service;
  if (kind === 'task') return { kind, summary, resources, uses };
  const migrate = migrates && { migrate: { command: ['migrate'] } };
  if (kind === 'web') return { ...service, ...migrate };
  const size = { scaling: { min: 2, max: 2 }, volume: { size: '1Gi', path: '/data' } };
  return { kind, summary, resources, uses, ports, health, ...size, ...migrate };
}

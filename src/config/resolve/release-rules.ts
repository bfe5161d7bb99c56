import { KIND_TRAITS, type KindTraits } from '../../model/kind-traits.ts';
import type { Report } from '../report.ts';
import type { ReleaseInput } from '../schema/release.ts';
import type { ServiceInput } from '../schema/service.ts';
import { isMap, type Path, type YamlMap } from '../source.ts';
import { portsOf, takesRequests } from './ports.ts';

/** Reports releases a service cannot have, and settings of one strategy beside another. `written` is the service as it was written. */
export function checkRelease(name: string, service: ServiceInput, written: YamlMap, report: Report): void {
  const { release, kind } = service;
  const path = ['services', name, 'release'];
  if (!release) return;
  const reason = unfitness(KIND_TRAITS[kind]);
  if (reason !== undefined) {
    // What is replaced pod by pod may say so.
    if (KIND_TRAITS[kind].isRolledOut && release.strategy === 'rolling') return;
    report([...path, 'strategy'], `a ${kind} cannot be released so: ${reason}`, { fix: 'remove release' });
    return;
  }
  checkSettings(path, release, written['release'], report);
  if (release.strategy === 'rolling') return;
  checkSurroundings(path, service, report);
  if (release.strategy === 'canary') checkSteps(path, release, report);
  checkPreview(path, service, report);
}

/** Why services of a kind are not released in steps or at once; undefined where they are. */
function unfitness(traits: KindTraits): string | undefined {
  if (traits.runsOnSchedule) return 'its next run is of the new version anyway';
  if (traits.runsPerRelease) return 'it runs once per release, and ends';
  if (traits.keepsVolume)
    return 'its pods keep a volume each, so no second version can stand beside the first';
  if (!traits.isRolledOut) return 'no second version can stand beside the first';
  if (!traits.takesRequests) return 'it takes no requests that could go to one version or the other';
  return undefined;
}

const SETTINGS: Readonly<Record<ReleaseInput['strategy'], readonly string[]>> = {
  rolling: [],
  canary: ['steps', 'analysis'],
  'blue-green': ['analysis', 'promotion', 'scaleDownDelay', 'preview'],
};

function checkSettings(path: Path, { strategy }: ReleaseInput, written: unknown, report: Report): void {
  if (!isMap(written)) return;
  for (const key of Object.keys(written)) {
    if (key === 'strategy' || SETTINGS[strategy].includes(key)) continue;
    const way = strategy === 'rolling' ? 'write release: null' : `write ${key}: null`;
    report([...path, key], `${key} means nothing for strategy ${strategy}`, {
      fix: `remove it; where the platform's file has it and this environment is to be without, ${way}`,
      at: 'key',
    });
  }
  const { analysis } = written;
  if (strategy !== 'canary' || !isMap(analysis) || !Object.hasOwn(analysis, 'duration')) return;
  const fix = 'remove it: requests are judged as long as the steps take';
  report([...path, 'analysis', 'duration'], 'duration means nothing for strategy canary', { fix, at: 'key' });
}

function checkSurroundings(path: Path, service: ServiceInput, report: Report): void {
  const { release, variants } = service;
  if (service.ports && !takesRequests(portsOf(service))) {
    const message = `${release?.strategy} means nothing without a port for HTTP or gRPC`;
    report([...path, 'strategy'], message, { fix: 'remove release, or add a port: ports: {http: 8080}' });
  }
  if (variants && Object.keys(variants).length > 0) {
    report([...path, 'strategy'], `${release?.strategy} beside variants: two ways to share out one service`, {
      fix: 'remove release or variants: one way at a time',
    });
  }
}

/** Two minutes until the first judgement, and one to the second. */
const SHORTEST_ANALYSIS = 180;

function checkSteps(path: Path, { steps, analysis }: ReleaseInput, report: Report): void {
  for (const [index, { weight }] of steps.entries()) {
    const before = steps[index - 1]?.weight ?? 0;
    if (weight > before) continue;
    report([...path, 'steps', index, 'weight'], `expected more than ${before}, the step before`, {
      found: weight,
      fix: 'let weights ascend',
    });
  }
  const total = steps.reduce((sum, { pause }) => sum + (pause === 'manual' ? SHORTEST_ANALYSIS : pause), 0);
  if (!analysis.enabled || total >= SHORTEST_ANALYSIS) return;
  report([...path, 'steps'], `the steps take ${total}s, and requests are first judged after 2m`, {
    fix: 'let the pauses add up to 3m or more, or write analysis: {enabled: false}',
    at: 'key',
  });
}

function checkPreview(path: Path, { release, expose }: ServiceInput, report: Report): void {
  const preview = release?.preview;
  if (!preview) return;
  if (!expose) {
    report([...path, 'preview'], 'preview means nothing without expose: nobody outside reaches the service', {
      fix: 'remove it, or write expose: {...}; inside the cluster, kubectl port-forward shows the new version',
      at: 'key',
    });
  } else if (preview.host === expose.host) {
    report([...path, 'preview', 'host'], `\`${preview.host}\` is the host of the version that serves`, {
      fix: `choose another, such as ${preview.host}-preview`,
    });
  }
}

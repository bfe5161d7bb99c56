import type { ManifestObject } from '../../../src/model/manifest.ts';
import { nameOf } from '../control-plane/api.ts';
import { readyWithin } from '../control-plane/apply.ts';
import type { Cluster } from '../control-plane/cluster.ts';
import { type Ending, ending, type Rollout, statusNow, withVersion } from './rollout.ts';
import type { Behaviour, Traffic } from './traffic.ts';

/** A way that a new version behaves, and what must become of it. */
export interface Scenario {
  readonly name: string;
  readonly behaviour: Behaviour;
  /** Nobody asks its pods for anything until a canary has waited for requests. */
  readonly isQuietAtFirst?: boolean;
  /** Metric of the analysis that has to see it; where it has none, that is not looked at. */
  readonly metric?: RegExp;
  readonly expected: Ending['how'];
}

const WELL: Behaviour = { failing: 0, milliseconds: 40 };

/** What every release that is judged must do. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'answers well', behaviour: WELL, expected: 'promoted' },
  {
    name: 'fails every tenth request',
    behaviour: { failing: 0.1, milliseconds: 40 },
    metric: /^success-rate/,
    expected: 'aborted',
  },
  {
    name: 'takes 20 s to answer',
    behaviour: { failing: 0, milliseconds: 20_000 },
    metric: /^latency/,
    expected: 'aborted',
  },
  { name: 'is asked for nothing at first', behaviour: WELL, isQuietAtFirst: true, expected: 'promoted' },
];

/** What came of a release. */
export interface Released {
  readonly scenario: Scenario;
  readonly ending: Ending;
  readonly seconds: number;
  /** Other workloads that got a new version of their own, and were ready with it before the release ended. */
  readonly others: number;
  readonly faults: readonly string[];
}

/** Releases a version of a Rollout and watches what becomes of it; then everything is as it was before. */
export async function release(
  cluster: Cluster,
  traffic: Traffic,
  rollout: ManifestObject,
  scenario: Scenario,
  others: readonly ManifestObject[],
): Promise<Released> {
  const { api } = cluster;
  const before = ((await api.get(rollout)) as Rollout | undefined)?.status?.stableRS ?? '';
  const version = scenario.name.replaceAll(' ', '-');
  const begin = performance.now();
  await api.apply(withVersion(rollout, version));
  const synced = syncMeanwhile(cluster, others, version);
  const { namespace = '', name } = rollout.metadata;
  const ended = await ending(api, rollout, before, async ({ hash, waited }) => {
    const taking = { namespace, workload: name };
    const isAsked = hash !== before && (!scenario.isQuietAtFirst || waited >= LULL_SECONDS);
    const fresh = isAsked ? [{ ...taking, hash, behaviour: scenario.behaviour }] : [];
    traffic.take([{ ...taking, hash: before, behaviour: WELL }, ...fresh]);
  });
  const seconds = (performance.now() - begin) / 1000;
  const ready = synced.ready();
  await synced.done;
  const faults = isExpected(rollout, scenario, ended)
    ? []
    : [`${scenario.name}: ${ended.how}: ${ended.message}`];
  return {
    scenario,
    ending: ended,
    seconds,
    others: ready,
    faults: [...faults, ...(await backAgain(cluster, rollout))],
  };
}

/** Longer than any pause of a step, as proofs shorten them, so that the clock alone would have gone on. */
const LULL_SECONDS = 20;

/** Blue-green, where all requests have gone over, asks a person when there are none. */
function isExpected(rollout: ManifestObject, scenario: Scenario, { how, waited }: Ending): boolean {
  const { canary } = (rollout['spec'] as Rollout['spec']).strategy;
  if (scenario.isQuietAtFirst && !canary) return how === 'paused';
  return how === scenario.expected && (!scenario.isQuietAtFirst || waited >= LULL_SECONDS);
}

/** What Argo CD syncs while the release goes on: a new version of every other workload. */
function syncMeanwhile({ api }: Cluster, others: readonly ManifestObject[], version: string) {
  let ready = 0;
  const sync = async (other: ManifestObject) => {
    await api.apply(withVersion(other, version));
    const late = await readyWithin(api, [other], nameOf(other));
    if (late.length === 0) ready += 1;
  };
  return { ready: () => ready, done: Promise.all(others.map(sync)) };
}

/** What Argo CD does when the change is taken back. */
async function backAgain({ api }: Cluster, rollout: ManifestObject): Promise<readonly string[]> {
  await api.apply(rollout);
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    const status = statusNow((await api.get(rollout)) as Rollout | undefined);
    if (status?.phase === 'Healthy' && status.stableRS === status.currentPodHash) return [];
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return [`${nameOf(rollout)} does not become healthy when the change is taken back`];
}

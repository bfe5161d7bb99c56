import type { ManifestObject } from '../../../src/model/manifest.ts';
import type { Api } from '../control-plane/api.ts';
import type { Stored } from '../control-plane/client.ts';

/** A Rollout as its controller keeps it, as far as proofs look at it. */
export interface Rollout extends Stored {
  readonly metadata: Stored['metadata'] & { readonly generation?: number };
  readonly spec: {
    readonly strategy: {
      readonly canary?: { readonly analysis?: unknown };
      readonly blueGreen?: { readonly activeService: string; readonly postPromotionAnalysis?: unknown };
    };
    readonly template: PodTemplate;
  };
  readonly status?: {
    /** Generation of the spec that the status is about. */
    readonly observedGeneration?: string;
    readonly phase?: string;
    readonly message?: string;
    readonly abort?: boolean;
    readonly currentPodHash?: string;
    readonly stableRS?: string;
    readonly canary?: {
      readonly weights?: { readonly canary?: { readonly weight?: number } };
      readonly currentStepAnalysisRunStatus?: { readonly status: string };
    };
  };
}

interface PodTemplate {
  readonly spec: { readonly containers: readonly { readonly image: string }[] };
}

/** How a release ended, and the shares of requests that the new version had on the way. */
export interface Ending {
  readonly how: 'promoted' | 'aborted' | 'paused' | 'not within the time';
  readonly weights: readonly number[];
  readonly hash: string;
  readonly message: string;
  /** Seconds that a step waited for requests, at its longest. */
  readonly waited: number;
}

/** The same Rollout with another version of its image. */
export function withVersion(rollout: ManifestObject, version: string): ManifestObject {
  const spec = rollout['spec'] as Rollout['spec'];
  const [first, ...others] = spec.template.spec.containers;
  const image = `${first?.image.replace(/:[^:/]*$/, '')}:${version}`;
  const containers = [{ ...first, image }, ...others];
  const template = { ...spec.template, spec: { ...spec.template.spec, containers } };
  return { ...rollout, spec: { ...spec, template } };
}

const PATIENCE_SECONDS = 600;

/** What is seen of a release under way: its new version, and the seconds that a step has waited for requests by now. */
interface UnderWay {
  readonly hash: string;
  readonly waited: number;
}

/** Watches a Rollout until it has gone over to a version or back from it; `each` is told of every look. */
export async function ending(
  api: Api,
  rollout: ManifestObject,
  from: string,
  each: (release: UnderWay) => Promise<void>,
): Promise<Ending> {
  const weights: number[] = [];
  const end = Date.now() + PATIENCE_SECONDS * 1000;
  let last: Look = { hash: from, message: '', how: undefined, weight: undefined, isMeasured: false };
  let measuredSince = Date.now();
  let waited = 0;
  while (Date.now() < end && last.how === undefined) {
    last = lookAt((await api.get(rollout)) as Rollout | undefined, from);
    if (isNext(last.weight, weights)) weights.push(last.weight);
    if (!last.isMeasured) measuredSince = Date.now();
    waited = Math.max(waited, (Date.now() - measuredSince) / 1000);
    await each({ hash: last.hash, waited });
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const { how = 'not within the time', hash, message } = last;
  return { how, weights, hash, message, waited };
}

/** Shares start at none: what is told before is still that of the last release. */
function isNext(weight: number | undefined, weights: readonly number[]): weight is number {
  return weight !== undefined && weight !== weights.at(-1) && (weight === 0 || weights.length > 0);
}

interface Look {
  readonly hash: string;
  readonly message: string;
  readonly how: Ending['how'] | undefined;
  /** Share of the requests that the new version has. */
  readonly weight: number | undefined;
  /** A step is waiting for requests. */
  readonly isMeasured: boolean;
}

function lookAt(rollout: Rollout | undefined, from: string): Look {
  const status = statusNow(rollout) ?? {};
  const { currentPodHash: hash = from, message = '' } = status;
  if (hash === from) return { hash, message, how: undefined, weight: undefined, isMeasured: false };
  const { weights, currentStepAnalysisRunStatus: step } = status.canary ?? {};
  const weight = weights?.canary?.weight;
  return { hash, message, how: endOf(status, hash), weight, isMeasured: step?.status === 'Running' };
}

/** What its controller says of a Rollout as it is now; undefined while it only knows what it was before. */
export function statusNow(rollout: Rollout | undefined): Rollout['status'] {
  const { metadata, status } = rollout ?? {};
  return status?.observedGeneration === String(metadata?.generation) ? status : undefined;
}

function endOf(status: NonNullable<Rollout['status']>, hash: string): Ending['how'] | undefined {
  if (status.abort) return status.phase === 'Degraded' ? 'aborted' : undefined;
  if (status.phase === 'Healthy' && status.stableRS === hash) return 'promoted';
  return status.phase === 'Paused' && /Inconclusive/.test(status.message ?? '') ? 'paused' : undefined;
}

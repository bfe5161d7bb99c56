import { join } from 'node:path';
import { today } from '../../../src/cli/clock.ts';
import { loadEnvironments } from '../../../src/config/load.ts';
import { selectInput } from '../../../src/io/select-input.ts';
import type { Environment } from '../../../src/model/environment.ts';
import type { ManifestObject } from '../../../src/model/manifest.ts';
import { loadContext } from '../../../src/pipeline/load-context.ts';
import { nameOf } from '../control-plane/api.ts';
import { applyInWaves } from '../control-plane/apply.ts';
import { type Cluster, withCluster } from '../control-plane/cluster.ts';
import { ADD_ON_VERSIONS } from '../control-plane/controllers.ts';
import { plainObjects } from '../control-plane/formats.ts';
import { KUBERNETES } from '../control-plane/programs.ts';
import { answeringStores } from '../control-plane/secret-stores.ts';
import type { Outcome } from '../proof.ts';
import { table } from '../report.ts';
import { HURRY, hurried } from './hurried.ts';
import { prometheusVersion, startPrometheus } from './prometheus.ts';
import { type Released, release, SCENARIOS } from './release.ts';
import type { Rollout } from './rollout.ts';
import { startTraffic, type Traffic } from './traffic.ts';

/** A release of one Rollout of an environment. */
interface Row extends Released {
  readonly rollout: string;
}

/** Every Rollout that an analysis judges, released in each scenario by the real controller. */
export async function proveReleases(): Promise<Outcome> {
  const rows: Row[] = [];
  for (const environment of loadEnvironments(selectInput('environments', {}), loadContext(today()))) {
    const objects = plainObjects(environment.platform, environment.name).map(hurried);
    if (objects.some(isJudged)) rows.push(...(await releasesOf(environment, objects)));
  }
  const faults = rows.flatMap((row) => row.faults);
  const versions = `Argo Rollouts ${ADD_ON_VERSIONS['Argo Rollouts']}, Kubernetes ${KUBERNETES}, Prometheus ${prometheusVersion()}`;
  const counts = `${rows.length} releases of ${new Set(rows.map((row) => row.rollout)).size} Rollouts`;
  const result = `${versions}: ${counts}, ${HURRY} times as fast as rendered, ${faults.length} faults`;
  const report = `${versions}.\n\n${reportOf(rows)}`;
  return { holds: rows.length > 0 && faults.length === 0, result, report };
}

/** What an analysis judges: what else is released goes through its steps and no further. */
function isJudged(object: ManifestObject): boolean {
  if (object.kind !== 'Rollout') return false;
  const { canary, blueGreen } = (object['spec'] as Rollout['spec']).strategy;
  return canary?.analysis !== undefined || blueGreen?.postPromotionAnalysis !== undefined;
}

async function releasesOf(
  environment: Environment,
  objects: readonly ManifestObject[],
): Promise<readonly Row[]> {
  const traffic = await startTraffic();
  try {
    return await withCluster(
      environment,
      objects,
      (cluster) => released(cluster, traffic, environment, objects),
      async ({ running, folder }) => ({
        HTTP_PROXY: `http://127.0.0.1:${await startPrometheus(running, join(folder, 'prometheus'), traffic.port)}`,
      }),
    );
  } finally {
    await traffic.stop();
  }
}

async function released(
  cluster: Cluster,
  traffic: Traffic,
  { platform, name, namespaces }: Environment,
  objects: readonly ManifestObject[],
): Promise<readonly Row[]> {
  const faults = await applyInWaves(cluster.api, objects.map(answeringStores(objects)));
  if (faults.length > 0) throw new Error([...faults, ...(await cluster.waiting())].join('; '));
  const others = objects.filter(
    ({ kind, metadata }) => kind === 'Deployment' && metadata.namespace === namespaces.services,
  );
  const rows: Row[] = [];
  for (const rollout of objects.filter(isJudged)) {
    for (const scenario of SCENARIOS.filter(({ metric }) => isLookedAt(rollout, metric, objects))) {
      const row = {
        rollout: `${platform}/${name} ${nameOf(rollout)}`,
        ...(await release(cluster, traffic, rollout, scenario, others)),
      };
      rows.push(row);
      console.error(told(row, others.length));
    }
  }
  return rows;
}

interface Template extends ManifestObject {
  readonly spec: { readonly metrics: readonly { readonly name: string }[] };
}

/** Whether the analysis of a Rollout, which has its name, asks for a metric. */
function isLookedAt(
  { metadata }: ManifestObject,
  metric: RegExp | undefined,
  objects: readonly ManifestObject[],
): boolean {
  const templates = objects.filter(
    (object): object is Template =>
      object.kind === 'AnalysisTemplate' &&
      object.metadata.namespace === metadata.namespace &&
      object.metadata.name === metadata.name,
  );
  return (
    metric === undefined || templates.some(({ spec }) => spec.metrics.some(({ name }) => metric.test(name)))
  );
}

function told({ rollout, scenario, ending, seconds, others, faults }: Row, all: number): string {
  const weights = ending.weights.length === 0 ? '' : `, shares ${ending.weights.join(' ')} %`;
  const meanwhile = `${others} of ${all} other workloads ready with a new version meanwhile`;
  const line = `${rollout}: ${scenario.name}: ${ending.how} after ${seconds.toFixed(0)} s${weights}; ${meanwhile}`;
  return [line, ...faults.map((fault) => `  FAULT ${fault}`)].join('\n');
}

function reportOf(rows: readonly Row[]): string {
  const cells = rows.map(({ rollout, scenario, ending }) => [
    rollout,
    scenario.name,
    ending.weights.map((weight) => `${weight} %`).join(', '),
    ending.how,
  ]);
  return table(['Rollout', 'its new version', 'share of requests on the way', 'what became of it'], cells);
}

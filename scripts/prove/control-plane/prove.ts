import { today } from '../../../src/cli/clock.ts';
import { loadEnvironments } from '../../../src/config/load.ts';
import { selectInput } from '../../../src/io/select-input.ts';
import { loadContext } from '../../../src/pipeline/load-context.ts';
import type { Outcome } from '../proof.ts';
import { table } from '../report.ts';
import { ADD_ON_VERSIONS } from './controllers.ts';
import { type Judged, judgeEnvironment } from './environment.ts';
import { KUBERNETES } from './programs.ts';

/** Every environment in `dist/` on a real control plane; faults are told as they are found. */
export async function proveControlPlane(): Promise<Outcome> {
  const results: Judged[] = [];
  for (const environment of loadEnvironments(selectInput('environments', {}), loadContext(today()))) {
    console.error(`${environment.platform}/${environment.name}`);
    const judged = await judgeEnvironment(environment);
    results.push(judged);
    console.error(`  ${judged.objects} objects, ${judged.pods} pods on ${judged.nodes} nodes`);
    for (const fault of judged.faults) console.error(`  FAULT ${fault}`);
  }
  const faults = results.flatMap(({ faults }) => faults);
  const sum = (key: 'objects' | 'pods' | 'secrets') => results.reduce((total, one) => total + one[key], 0);
  const versions = Object.entries(ADD_ON_VERSIONS).map(([name, version]) => `${name} ${version}`);
  const what = `${sum('objects')} objects of ${results.length} environments, ${sum('pods')} pods, ${sum('secrets')} secrets`;
  const result = `Kubernetes ${KUBERNETES}, ${versions.join(', ')}: ${what}, ${faults.length} faults`;
  return {
    holds: faults.length === 0,
    result,
    report: `Kubernetes ${KUBERNETES}, ${versions.join(', ')}.\n\n${reportOf(results)}`,
  };
}

function reportOf(results: readonly Judged[]): string {
  const rows = results.map(({ name, objects, pods, nodes, secrets }) => [
    name,
    objects,
    secrets,
    pods,
    nodes,
  ]);
  const head = [
    'environment',
    'objects',
    'secrets made',
    'pods that run or are done',
    'nodes (t3.large) they need',
  ];
  return table(head, rows);
}

import { eventually, freePort } from '../../../test/monitoring/program.ts';
import { built, type GoProgram, pinnedVersion } from '../go/build.ts';
import type { Running } from '../running.ts';
import type { ControlPlane } from './start.ts';

/** Controllers of add-ons that are run beside the control plane, as their makers build them. */
export const ADD_ONS = {
  'argo-rollouts': {
    name: 'rollouts-controller',
    module: 'argo-rollouts',
    package: 'github.com/argoproj/argo-rollouts/cmd/rollouts-controller',
  },
  'external-secrets': {
    name: 'external-secrets',
    module: 'external-secrets',
    package: 'github.com/external-secrets/external-secrets',
  },
} as const satisfies Readonly<Record<string, GoProgram>>;

/** Versions of the add-ons, as reports say them. */
export const ADD_ON_VERSIONS = {
  'Argo Rollouts': pinnedVersion('argo-rollouts', 'github.com/argoproj/argo-rollouts'),
  'External Secrets': pinnedVersion('external-secrets', 'github.com/external-secrets/external-secrets'),
};

/** Runs the controller of Rollouts; `environment` is what it sees of the environment it runs in. */
export async function startRollouts(
  { api, running, kubeconfig }: ControlPlane,
  environment: NodeJS.ProcessEnv = {},
): Promise<void> {
  const path = await built(ADD_ONS['argo-rollouts']);
  const [metrics, health] = await Promise.all([freePort(), freePort()]);
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'argo-rollouts' } };
  await api.apply(namespace);
  running.start(
    'argo-rollouts',
    path,
    [
      ...['--kubeconfig', kubeconfig, '--namespace', 'argo-rollouts', '--leader-elect=false'],
      ...['--metricsport', String(metrics), '--healthzPort', String(health), '--loglevel', 'info'],
      ...['--qps', '300', '--burst', '500', '--rollout-resync', '30'],
    ],
    environment,
  );
  await answers(running, 'argo-rollouts', `http://127.0.0.1:${health}/healthz`);
}

/** Runs External Secrets. */
export async function startExternalSecrets({ running, kubeconfig }: ControlPlane): Promise<void> {
  const path = await built(ADD_ONS['external-secrets']);
  const metrics = await freePort();
  const args = [
    ...['--metrics-addr', `127.0.0.1:${metrics}`],
    // One at a time: its fake provider writes to a map of all workers, and the program ends with several.
    ...['--client-qps', '300', '--client-burst', '500', '--concurrent', '1'],
    ...['--enable-cluster-store-reconciler=false', '--enable-cluster-external-secret-reconciler=false'],
    ...['--enable-push-secret-reconciler=false', '--enable-cluster-push-secret-reconciler=false'],
  ];
  running.start('external-secrets', path, args, { KUBECONFIG: kubeconfig });
  await answers(running, 'external-secrets', `http://127.0.0.1:${metrics}/metrics`);
}

async function answers(running: Running, name: string, url: string): Promise<void> {
  const answer = eventually(name, async () => ((await fetch(url)).ok ? true : undefined));
  await Promise.race([answer, running.ended(name)]);
}

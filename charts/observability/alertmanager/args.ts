import type { Environment } from '../../../src/model/environment.ts';
import type { Observability } from '../../../src/model/observability.ts';
import type { ComponentPort } from '../../component/component.ts';

/** Port of the API and of its metrics. */
export const PORT = 9093;

/** Ports on which the pods tell each other what was told and silenced: https://github.com/prometheus/alertmanager#high-availability */
export const CLUSTER: readonly ComponentPort[] = [
  { name: 'tcp-cluster', number: 9094 },
  { name: 'udp-cluster', number: 9094, protocol: 'UDP' },
];

/** Three where Prometheus has two: a node that is gone must not take the alert about it along. Else one. */
export function alertmanagerReplicas({ prometheus }: Observability): number {
  return prometheus.replicas > 1 ? 3 : 1;
}

/** Flags of https://github.com/prometheus/alertmanager/blob/v0.34.0/cmd/alertmanager/main.go */
export function alertmanagerArgs(
  environment: Environment,
  replicas: number,
  configFile: string,
): readonly string[] {
  return [
    `--config.file=${configFile}`,
    '--storage.path=/alertmanager',
    // Longer than the longest interval of repetition: who was told before it would be told again after it.
    '--data.retention=120h',
    `--web.listen-address=:${PORT}`,
    `--web.external-url=http://alertmanager.${environment.namespaces.monitoring}.svc:${PORT}`,
    ...(replicas > 1 ? clusterArgs(environment, replicas) : ['--cluster.listen-address=']),
  ];
}

function clusterArgs({ platform, name, namespaces }: Environment, replicas: number): readonly string[] {
  const peers = Array.from({ length: replicas }, (_, index) => `alertmanager-${index}`);
  return [
    '--cluster.listen-address=0.0.0.0:9094',
    '--cluster.advertise-address=$(POD_IP):9094',
    // A pod of another cluster that gets the address of a former peer is not let in.
    `--cluster.label=${platform}-${name}`,
    // Addresses of pods do not come back, so there is no use in waiting hours for them.
    '--cluster.reconnect-timeout=5m',
    ...peers.map((peer) => `--cluster.peer=${peer}.alertmanager.${namespaces.monitoring}.svc:9094`),
  ];
}

import type { Construct } from 'constructs';
import { ServiceEntry } from '../../imports/istio.ts';
import type { OutsideHost } from '../../src/model/dependency.ts';
import type { Environment } from '../../src/model/environment.ts';

/**
 * One ServiceEntry for each host outside the mesh, with every port that is used on it: several for one host do not
 * merge (https://github.com/istio/istio/issues/19259).
 * Without addresses, two hosts with one TCP port would share a listener, and traffic for one would reach the other
 * (https://github.com/istio/istio/issues/57539). The workload concern turns on DNS capture in the pods that use such
 * hosts, which gives each host an address of its own.
 */
export function addServiceEntries(scope: Construct, { outsideHosts, namespaces }: Environment): void {
  for (const outside of outsideHosts) {
    new ServiceEntry(scope, {
      metadata: {
        name: outside.name,
        namespace: namespaces.services,
        ...(outside.product && { annotations: { 'charthouse.dev/product': outside.product } }),
      },
      spec: {
        hosts: [outside.host],
        addresses: outside.nodeRanges,
        location: 'MESH_EXTERNAL',
        ports: outside.ports.map(entryPort),
        resolution: isFoundByService(outside) ? 'NONE' : 'DNS',
        exportTo: THIS_NAMESPACE,
      },
    });
  }
}

const THIS_NAMESPACE = ['.'];

function entryPort({ number, protocol }: OutsideHost['ports'][number]) {
  return { number, name: `${protocol.toLowerCase()}-${number}`, protocol };
}

/** Neither a wildcard nor nodes can be looked up: the connection goes to the address that the service itself found. */
function isFoundByService({ host, nodeRanges }: OutsideHost): boolean {
  return nodeRanges !== undefined || host.startsWith('*.');
}

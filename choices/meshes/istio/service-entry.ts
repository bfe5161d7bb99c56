import type { Construct } from 'constructs';
import { ServiceEntry } from '../../../imports/istio.ts';
import type { OutsideHost } from '../../../src/model/dependency.ts';
import type { Environment } from '../../../src/model/environment.ts';
import { isFoundByService, ownAddresses } from './own-addresses.ts';

/**
 * One ServiceEntry for each host outside the mesh, with every port that is used on it: several for one host do not
 * merge (https://github.com/istio/istio/issues/19259).
 * Without addresses, two hosts with one TCP port would share a listener, and traffic for one would reach the other
 * (https://github.com/istio/istio/issues/57539). The workload concern turns on DNS capture in the pods that use such
 * hosts, so that they are told the address that stands here.
 */
export function addServiceEntries(scope: Construct, { outsideHosts, namespaces }: Environment): void {
  const addresses = ownAddresses(outsideHosts);
  for (const outside of outsideHosts) {
    new ServiceEntry(scope, {
      metadata: {
        name: outside.name,
        namespace: namespaces.services,
        ...productAnnotation(outside),
      },
      spec: {
        hosts: [outside.host],
        addresses: addressesOf(outside, addresses.get(outside.name)),
        location: 'MESH_EXTERNAL',
        ports: outside.ports.map(entryPort),
        resolution: isFoundByService(outside) ? 'NONE' : 'DNS',
        exportTo: THIS_NAMESPACE,
      },
    });
  }
}

const THIS_NAMESPACE = ['.'];

/** What answers there, where the platform says its version: `postgres 15`. */
function productAnnotation({ resource }: OutsideHost) {
  if (resource?.version === undefined) return undefined;
  return { annotations: { 'charthouse.dev/product': `${resource.type} ${resource.version}` } };
}

function entryPort({ number, protocol }: OutsideHost['ports'][number]) {
  return { number, name: `${protocol.toLowerCase()}-${number}`, protocol };
}

/** Where nodes may be; on the internet that is everywhere, which Istio reads from no address at all. */
function addressesOf({ nodeRanges }: OutsideHost, own: string | undefined): readonly string[] | undefined {
  if (nodeRanges) return nodeRanges.includes('0.0.0.0/0') ? undefined : nodeRanges;
  return own === undefined ? undefined : [own];
}

import type { Refusal } from '../../refusal.ts';
import { exposesGrpc } from '../exposed-port.ts';

/** What services may ask of other ways in, and routes of the Gateway API's standard channel cannot do. */
export const REFUSED_BY_GATEWAY_API: readonly Refusal[] = [
  {
    at: 'services.*.expose.timeout',
    asks: (_, service) => exposesGrpc(service),
    because: 'a GRPCRoute has no timeouts',
    instead: 'remove it: clients of gRPC send a deadline with each call',
  },
  {
    at: 'previews',
    because: 'previews come in through a mesh gateway, as its routes may be in namespaces that come and go',
    instead: 'remove it, or write ingress: {albToMesh: {...}} with mesh: {istio: {}}',
  },
];

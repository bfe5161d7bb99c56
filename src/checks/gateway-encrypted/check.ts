import type { Check } from '../check.ts';
import type { GatewaySpec } from '../inventory/istio.ts';
import { specOf } from '../inventory/spec.ts';

export const gatewayEncrypted: Check = {
  name: 'gateway-encrypted',
  topic: 'mesh',
  severity: 'warning',
  summary: 'Every server of a Gateway speaks TLS 1.2 or newer, or sends clients to one that does.',
  why: 'Passwords, cookies and tokens cross the network as plain text, or in a way that can be broken.',
  fix: 'Use `protocol: HTTPS` with `tls.credentialName`; leave `minProtocolVersion` out or write `TLSV1_2`; give port 80 `tls: {httpsRedirect: true}`.',
  sources: [
    'https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings',
    'RFC 8996',
  ],
  examine: ({ ofKind }, tell) => {
    for (const gateway of ofKind('Gateway', 'networking.istio.io')) {
      for (const server of specOf<GatewaySpec>(gateway).servers ?? []) {
        const fault = faultOf(server);
        if (fault) tell(gateway, `spec.servers[${server.port.name}]`, fault);
      }
    }
  },
};

const PLAIN = new Set(['HTTP', 'HTTP2', 'GRPC', 'GRPC-WEB']);

function faultOf({ port, tls }: GatewaySpec['servers'][number]): string | undefined {
  if (PLAIN.has(port.protocol.toUpperCase()) && tls?.httpsRedirect !== true) {
    return `expected HTTPS or tls.httpsRedirect, found ${port.protocol}`;
  }
  const oldest = tls?.minProtocolVersion;
  return oldest === 'TLSV1_0' || oldest === 'TLSV1_1'
    ? `expected TLSV1_2 or newer, found ${oldest}`
    : undefined;
}

type Written = Readonly<Record<string, unknown>>;

/** Whether a service, as it is written, is exposed on a port that speaks gRPC. */
export function exposesGrpc(service: Written): boolean {
  const { port } = (service['expose'] ?? {}) as Written;
  const ports = Object.keys((service['ports'] ?? {}) as Written).filter((name) => name !== 'metrics');
  return /^grpc(?!-web)/.test(String(port ?? ports[0]));
}

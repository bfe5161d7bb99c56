import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ControlPlane } from './start.ts';

/** Resources of a sidecar when its pod does not say: Istio's own defaults. */
const DEFAULTS = { cpu: '100m', memory: '128Mi' };

interface Review {
  readonly request: {
    readonly uid: string;
    readonly object: {
      readonly metadata: {
        readonly labels?: Readonly<Record<string, string>>;
        readonly annotations?: Readonly<Record<string, string>>;
      };
      readonly spec: { readonly initContainers?: readonly unknown[] };
    };
  };
}

/**
 * Stands in for istiod's injector, so that quotas, limits, pod security and the scheduler see pods with their native
 * sidecar. Gives back how to end it.
 */
export async function startInjector({ api, certificate }: ControlPlane): Promise<() => Promise<void>> {
  const server = createServer(certificate, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () =>
      response.end(JSON.stringify(injected(JSON.parse(Buffer.concat(chunks).toString())))),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await api.call(
    'POST',
    '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations',
    webhook(port, certificate.cert),
  );
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

function webhook(port: number, authority: string) {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingWebhookConfiguration',
    metadata: { name: 'sidecar-injector' },
    webhooks: [
      {
        name: 'namespace.sidecar-injector.istio.io',
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
        failurePolicy: 'Fail',
        clientConfig: {
          url: `https://127.0.0.1:${port}/inject`,
          caBundle: Buffer.from(authority).toString('base64'),
        },
        namespaceSelector: { matchLabels: { 'istio-injection': 'enabled' } },
        rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'] }],
      },
    ],
  };
}

function injected({ request: { uid, object } }: Review) {
  const { labels = {}, annotations = {} } = object.metadata;
  const review = (response: object) => ({
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    response: { uid, allowed: true, ...response },
  });
  if (labels['sidecar.istio.io/inject'] === 'false') return review({});
  const others = object.spec.initContainers ?? [];
  const patch = [{ op: 'add', path: '/spec/initContainers', value: [sidecar(annotations), ...others] }];
  return review({ patchType: 'JSONPatch', patch: Buffer.from(JSON.stringify(patch)).toString('base64') });
}

function sidecar(annotations: Readonly<Record<string, string>>) {
  const said = (name: string) => annotations[`sidecar.istio.io/${name}`];
  const requests = { cpu: said('proxyCPU') ?? DEFAULTS.cpu, memory: said('proxyMemory') ?? DEFAULTS.memory };
  const limits = { cpu: said('proxyCPULimit'), memory: said('proxyMemoryLimit') ?? '1Gi' };
  return {
    name: 'istio-proxy',
    image: 'istio/proxyv2',
    restartPolicy: 'Always',
    resources: { requests, limits },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      privileged: false,
      readOnlyRootFilesystem: true,
      runAsGroup: 1337,
      runAsNonRoot: true,
      runAsUser: 1337,
      seccompProfile: { type: 'RuntimeDefault' },
    },
  };
}

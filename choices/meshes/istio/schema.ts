import { z } from 'zod';
import { EXPECTED, text } from '../../../src/config/schema/field.ts';
import { labelName, labelValue } from '../../../src/config/schema/labels.ts';
import * as scalar from '../../../src/config/schema/scalars.ts';
import { proxy } from '../../../src/config/schema/sizes.ts';

const gateway = z.strictObject({
  namespace: scalar.namespace.default('istio-ingress').describe('Namespace its pods run in'),
  serviceAccount: scalar.namespace.default('istio-ingressgateway').describe('ServiceAccount its pods run as'),
  service: scalar.namespace.default('istio-ingressgateway').describe('Name of its Kubernetes Service'),
  selector: z
    .record(labelName, labelValue)
    .refine((labels) => Object.keys(labels).length > 0, { error: `${EXPECTED}at least one label` })
    .default({ istio: 'ingressgateway' })
    .describe("Labels of the gateway's pods"),
});

const tracing = z.strictObject({
  provider: scalar.name.describe('Name of an extension provider of the mesh'),
  samplingPercent: z
    .number({ error: `${EXPECTED}a percentage from 0 to 100` })
    .min(0, { error: `${EXPECTED}a percentage from 0 to 100` })
    .max(100, { error: `${EXPECTED}a percentage from 0 to 100` })
    .describe('Share of the requests that are traced, percent'),
});

/** Where the mesh's own parts are. */
export const istio = z
  .strictObject({
    controlPlaneNamespace: scalar.namespace.default('istio-system').describe('Namespace of istiod'),
    trustDomain: text('a trust domain', /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/)
      .default('cluster.local')
      .describe('Trust domain of the mesh, first part of every identity'),
    gateway: gateway.prefault({}).describe('The gateway that public hosts come in through'),
    proxy: proxy
      .prefault({ requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } })
      .describe('Resources of the sidecar beside each container'),
    tracing: tracing
      .optional()
      .describe(
        'Sidecars send traces to a collector in the monitoring namespace, OTLP on port 4317; none if left out',
      ),
  })
  .describe('Istio: where its own parts are, and how its sidecars behave');

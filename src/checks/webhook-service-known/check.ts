import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { servicePorts } from '../inventory/mesh-hosts.ts';
import { listed } from '../inventory/spec.ts';
import { rendersWhole } from '../inventory/whole-namespaces.ts';

export const webhookServiceKnown: Check = {
  name: 'webhook-service-known',
  topic: 'references',
  severity: 'error',
  summary: 'Every admission webhook calls a Service that exists, at a port it has.',
  why: 'With `failurePolicy: Fail` the API server then refuses every object the webhook is about; with `Ignore` the webhook never runs.',
  fix: 'Let `clientConfig.service` name the Service, its namespace and its port (443 if left out).',
  sources: [
    'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#service-reference',
  ],
  examine: (inventory, tell) => {
    const isWhole = rendersWhole(inventory);
    for (const { object, name, service } of KINDS.flatMap((kind) =>
      inventory.ofKind(kind).flatMap(callsOf),
    )) {
      const field = `webhooks[${name}].clientConfig.service`;
      const { port = 443, namespace } = service;
      const found = inventory.find('Service', namespace, service.name);
      if (!found) {
        if (isWhole(namespace))
          tell(
            object,
            field,
            `expected a Service of ${namespace}, found ${service.name}, which is not rendered`,
          );
        continue;
      }
      const ports = servicePorts(found).map((known) => known.port);
      if (!ports.includes(port))
        tell(
          object,
          `${field}.port`,
          `expected a port of Service ${service.name} (${listed(ports)}), found ${port}`,
        );
    }
  },
};

const KINDS = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'];

interface Webhook {
  readonly name: string;
  readonly clientConfig?: {
    readonly service?: { readonly namespace: string; readonly name: string; readonly port?: number };
  };
}

function callsOf(object: ManifestObject) {
  const webhooks = (object['webhooks'] ?? []) as readonly Webhook[];
  return webhooks.flatMap(({ name, clientConfig }) =>
    clientConfig?.service ? [{ object, name, service: clientConfig.service }] : [],
  );
}

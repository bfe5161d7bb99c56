import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { type Place, selector } from '../../../forms/selector.ts';
import { ADD_ONS } from '../../../forms/uid.ts';

const secrets = selector('external-secrets');

/** Secrets that do not arrive, and stores that cannot be asked. Kubernetes itself keeps silent: the old Secret stays. */
export function externalSecretsAlerts(place: Place): readonly AlertRule[] {
  return [
    notReady('ExternalSecretNotReady', 'externalsecret_status_condition', 'ExternalSecret', place),
    notReady('SecretStoreNotReady', 'secretstore_status_condition', 'SecretStore', place),
  ];
}

function notReady(alert: string, metric: string, kind: string, { owned, one }: Place): AlertRule {
  const failing = ['condition="Ready"', 'status="False"'];
  const example = secrets(metric, one, 'name="api"', ...failing);
  return {
    alert,
    expr: `max by (namespace, name) (${secrets(metric, owned, ...failing)}) == 1`,
    for: '15m',
    severity: 'warning',
    summary: `${kind} {{ $labels.namespace }}/{{ $labels.name }} is not ready`,
    description: `${kind} {{ $labels.name }} in {{ $labels.namespace }} has failed for 15 minutes: what it brings is missing or old.`,
    dashboard: ADD_ONS,
    runbook: RUNBOOK,
    test: {
      fires: scenario('it fails', '30m', { [example]: '0x5 1x40' }),
      quiet: [
        scenario('it is ready', '30m', { [example]: '0x40' }),
        scenario('it fails for five minutes', '30m', { [example]: '0x10 1x5 0x40' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const RUNBOOK: Runbook = {
  impact:
    'Pods go on with the secret they have, which may have been rotated away; new pods do not start without one.',
  diagnosis: [
    'Read why: `kubectl -n <namespace> describe externalsecret <name>`, or `secretstore`.',
    'The remote secret or a key of it is missing, or its role may not read it: the message says which.',
    'All of them fail at once: the role of the store, its service account, or the way to Secrets Manager.',
  ],
  queries: [
    {
      query: `${secrets('externalsecret_status_condition', 'condition="Ready"', 'status="False"')} == 1`,
      tells: 'Which fail.',
    },
  ],
  mitigation: [
    'Write the remote secret with every key that is asked for, or let the role read it.',
    'It is tried again each `secrets.refresh`, and at once when the ExternalSecret changes.',
  ],
};

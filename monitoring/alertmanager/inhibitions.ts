import { type Inhibition, is, isOneOf, isSet } from './route.ts';

/**
 * Labels that say what an alert is about. Those that both lack count as equal, so alerts about another volume or node
 * are told while those about the same are not.
 */
export const SAME_THING: readonly string[] = [
  'add_on',
  'alertname',
  'name',
  'namespace',
  'service',
  'slo',
  'resource',
  'device',
  'host',
  'instance',
  'mountpoint',
  'node',
  'persistentvolumeclaim',
  'verb',
];

/** Alerts that say a thing is gone altogether, by the label that names it: what else is wrong with it follows. */
export const GONE: readonly { readonly label: string; readonly alerts: readonly string[] }[] = [
  { label: 'host', alerts: ['PublicHostDown'] },
  { label: 'node', alerts: ['KubeNodeNotReady', 'KubeNodeUnreachable'] },
  { label: 'service', alerts: ['ServiceDown'] },
];

const LESS_URGENT = isOneOf('severity', ['warning', 'info']);

/** Which alerts are not told because another one says it already. A critical one is told whatever else fires. */
export const INHIBITIONS: readonly Inhibition[] = [
  { source: [is('severity', 'critical')], target: [LESS_URGENT], equal: SAME_THING },
  { source: [is('severity', 'warning')], target: [is('severity', 'info')], equal: SAME_THING },
  { source: [is('alertname', 'InfoInhibitor')], target: [is('severity', 'info')], equal: ['namespace'] },
  ...GONE.map(
    ({ label, alerts }): Inhibition => ({
      source: [isOneOf('alertname', alerts), isSet(label)],
      target: [LESS_URGENT, { label: 'alertname', operator: '!~', value: alerts.join('|') }],
      equal: [label],
    }),
  ),
];

import type { Alerting } from '../../src/model/alerting.ts';

/** The ways in which somebody is told. */
export type Channel = 'dead-mans-switch' | 'email' | 'pagerduty' | 'slack';

/** Somebody who is told; in several ways, or in none. */
export interface Receiver {
  readonly name: string;
  /** Sorted. */
  readonly channels: readonly Channel[];
}

/** Names of the receivers, as routes call them. `nobody` is always there. */
export const DEAD_MANS_SWITCH = 'dead-mans-switch';
export const NOBODY = 'nobody';
export const ON_CALL = 'on-call';
export const TEAM = 'team';

/** Everybody who is told, sorted by name, with the channels the platform has. */
export function receiversOf(alerting: Alerting): readonly Receiver[] {
  const nobody: Receiver = { name: NOBODY, channels: [] };
  if (alerting.nobody !== undefined) return [nobody];
  const team = teamChannels(alerting);
  return [
    ...(alerting.deadMansSwitch ? [{ name: DEAD_MANS_SWITCH, channels: ['dead-mans-switch'] as const }] : []),
    nobody,
    ...(alerting.pagerduty ? [{ name: ON_CALL, channels: ['pagerduty'] as const }] : []),
    ...(team.length > 0 ? [{ name: TEAM, channels: team }] : []),
  ];
}

/** The receiver of that name where the platform has one, else nobody. */
export function orNobody(name: string, alerting: Alerting): string {
  return receiversOf(alerting).some((receiver) => receiver.name === name) ? name : NOBODY;
}

function teamChannels({ email, slack }: Alerting): readonly Channel[] {
  return [...(email ? ['email' as const] : []), ...(slack === undefined ? [] : ['slack' as const])];
}

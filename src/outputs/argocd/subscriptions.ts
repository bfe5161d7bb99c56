import type { Delivery } from '../../model/delivery.ts';

/** What people are told of. The triggers are in `notifications.ts`, under names that no catalog has. */
export const TRIGGERS = {
  deployed: 'charthouse-deployed',
  degraded: 'charthouse-health-degraded',
  failed: 'charthouse-sync-failed',
} as const;

/** Annotations that subscribe to an Application: Slack to everything, mail to what went wrong. */
export function subscriptions({ slack, email }: Delivery['notifications']): Record<string, string> {
  const { deployed, degraded, failed } = TRIGGERS;
  return {
    ...(slack !== undefined && {
      ...subscription(deployed, 'slack', slack),
      ...subscription(degraded, 'slack', slack),
      ...subscription(failed, 'slack', slack),
    }),
    ...(email.length > 0 && {
      ...subscription(degraded, 'email', email.join(';')),
      ...subscription(failed, 'email', email.join(';')),
    }),
  };
}

function subscription(trigger: string, service: string, recipients: string): Record<string, string> {
  return { [`notifications.argoproj.io/subscribe.${trigger}.${service}`]: recipients };
}

import type { Resource } from './resource.ts';

/** How urgent an alert is: `critical` pages a person at once, `warning` waits for working hours, `info` only tells more. */
export type AlertSeverity = 'critical' | 'warning' | 'info';

/** Hours of the week, in a time zone, in which warnings are sent. */
export interface BusinessHours {
  /** In English and lower case, in the order of the week. */
  readonly days: readonly string[];
  /** `09:00` to `17:00`. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

/** Who is told of alerts. */
export interface Alerting {
  /** Remote secret with `pagerduty-routing-key`, `slack-webhook-url`, `dead-mans-switch-url`, as far as they are used. */
  readonly secret: string;
  readonly pagerduty: boolean;
  /** Channel, without `#`. */
  readonly slack: string | undefined;
  /** Sent through a resource of type smtp. */
  readonly email:
    | { readonly to: readonly string[]; readonly from: string; readonly server: Resource }
    | undefined;
  /** Watchdog is sent to somebody outside, who tells when it stays away. */
  readonly deadMansSwitch: boolean;
  /** Undefined sends warnings at any time. */
  readonly businessHours: BusinessHours | undefined;
  /** Why nobody is told at all; undefined where somebody is. */
  readonly nobody: string | undefined;
}

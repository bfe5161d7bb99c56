import type { ISyncWindow } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/SyncWindow';
import type { ReleaseWindow } from '../../model/delivery.ts';
import type { DeliveredEnvironment } from './delivered-environment.ts';

/** With a field that the published types do not have yet. */
type Window = ISyncWindow & { readonly syncOverrun: boolean };

type Week = Pick<ReleaseWindow, 'days' | 'from' | 'to' | 'timeZone'>;

/**
 * When the applications of an environment may be synced: in its release windows, if it has any, and never during
 * maintenance. In an emergency a person may at any time; Argo CD itself still waits.
 */
export function syncWindows(
  { outline, delivery }: DeliveredEnvironment,
  applications: readonly string[],
): readonly Window[] {
  const { emergency } = outline;
  const { releaseWindows } = delivery;
  const make = (kind: string, week: Week, description: string): Window => ({
    kind,
    schedule: cronOf(week),
    duration: durationOf(week),
    timeZone: week.timeZone,
    applications: [...applications],
    manualSync: emergency !== undefined,
    // What has started goes on: half an application is worse than a late one.
    syncOverrun: true,
    description: emergency === undefined ? description : `${description}; emergency: ${emergency.reason}`,
  });
  const denied = outline.maintenance && { ...outline.maintenance, days: [outline.maintenance.day] };
  return [
    ...releaseWindows.map((window) => make('allow', window, `${outline.name}: releases, ${window.name}`)),
    ...(denied ? [make('deny', denied, `${outline.name}: maintenance`)] : []),
  ];
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Five fields: minute, hour, day of the month, month, days of the week. */
function cronOf({ days, from }: Week): string {
  const [hour, minute] = from.split(':').map(Number);
  const numbers = days.map((day) => DAYS.indexOf(day)).sort();
  return `${minute} ${hour} * * ${numbers.join(',')}`;
}

/** As Go reads it. */
function durationOf({ from, to }: Week): string {
  const day = 24 * 60;
  const length = (minutesOf(to) - minutesOf(from) + day) % day;
  const hours = Math.floor(length / 60);
  const minutes = length % 60;
  return `${hours > 0 ? `${hours}h` : ''}${minutes > 0 ? `${minutes}m` : ''}`;
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

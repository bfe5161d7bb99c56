import { type Backups, drillNamespace } from '../../model/backups.ts';
import { KIND_TRAITS } from '../../model/kind-traits.ts';
import type { Service } from '../../model/service.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { Scope } from './scope.ts';
import { withToolbox } from './toolbox-quota.ts';

/** When drills start, five fields in UTC, and how many days there are between two at most. */
const RHYTHMS = {
  week: { schedule: '0 4 * * 0', intervalDays: 7 },
  month: { schedule: '0 4 1 * *', intervalDays: 31 },
  quarter: { schedule: '0 4 1 1,4,7,10 *', intervalDays: 92 },
} as const;

/** The backups of the environment. Reports what their drills lack, and namespaces that are taken. */
export function backupsOf(
  { document, report }: Scope,
  services: readonly Omit<Service, 'callers'>[],
): Backups | undefined {
  const { backups, namespaces, platform, toolbox } = document;
  if (!backups) return undefined;
  if (toolbox === undefined) {
    const fix = 'write toolbox: an image with sh, kubectl and jq, such as docker.io/alpine/k8s:1.33.1';
    report(['toolbox'], 'missing: restores are tried with it', { fix, at: 'key', once: true });
  }
  checkVelero(document, report);
  const namespace = drillNamespace(platform);
  for (const [role, name] of Object.entries(namespaces)) {
    const purpose = new Map([
      [namespace, 'that backups are restored to'],
      [backups.namespace, 'of Velero'],
    ]).get(name);
    if (purpose === undefined) continue;
    report(['namespaces', role], `\`${name}\` is the namespace ${purpose}`, { fix: 'choose another' });
  }
  const { schedule, retentionDays, storageLocation, moveData, drill } = backups;
  return {
    namespace: backups.namespace,
    schedule,
    retentionDays,
    storageLocation,
    isMovingData: moveData,
    drill: {
      namespace,
      quota: withToolbox(services.filter(({ kind }) => KIND_TRAITS[kind].keepsVolume)),
      ...RHYTHMS[drill.every],
      maxAgeSeconds: drill.maxAge,
      toolbox: toolbox ?? '',
    },
  };
}

/** Velero as Argo CD brings it knows no place for backups by itself, and takes Schedules without a word. */
function checkVelero({ backups, delivery }: DocumentInput, report: Scope['report']): void {
  const addOns = delivery?.addOns;
  if (!addOns || addOns.velero?.provided) return;
  if (addOns.velero?.values === undefined) {
    const fix =
      'write velero: {values: {configuration: {backupStorageLocation: [...]}}}, or {provided: true}';
    const path = ['delivery', 'addOns', 'velero'];
    report(path, 'missing: values of its chart with a place for backups', { fix, at: 'key' });
  }
  if (backups?.namespace === BROUGHT_TO) return;
  const fix = `remove it: Argo CD brings Velero to \`${BROUGHT_TO}\``;
  report(['backups', 'namespace'], 'Velero is not there', { fix });
}

/** Namespace of the add-on. */
const BROUGHT_TO = 'velero';

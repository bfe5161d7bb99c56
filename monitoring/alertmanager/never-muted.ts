/**
 * Alerts that are told in a maintenance window as well: planned work does not explain them, and what is lost until the
 * window ends does not come back. Disks that fill up lose data; an Alertmanager that tells nobody hides everything else.
 */
export const NEVER_MUTED: readonly string[] = [
  'AlertmanagerFailedToSendAlerts',
  'KubePersistentVolumeErrors',
  'KubePersistentVolumeFillingUp',
  'KubePersistentVolumeInodesFillingUp',
  'NodeFilesystemAlmostOutOfFiles',
  'NodeFilesystemAlmostOutOfSpace',
];

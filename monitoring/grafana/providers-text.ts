import { writeYaml } from '../../src/yaml/write.ts';
import type { Dashboard } from '../dashboards/dashboard.ts';
import { FOLDERS, type Folder } from '../dashboards/write-dashboard.ts';

/** A folder of Grafana, and the directory that its dashboards are mounted in. */
export interface DashboardFolder {
  readonly folder: Folder;
  /** Name of the volume and last part of the path. */
  readonly name: string;
  readonly path: string;
  /** Sorted by uid. */
  readonly dashboards: readonly Dashboard[];
}

/** The folders that have dashboards, each with what is in it. */
export function dashboardFolders(dashboards: readonly Dashboard[]): readonly DashboardFolder[] {
  const folders = FOLDERS.map((folder) => {
    const name = `dashboards-${folder.toLowerCase()}`;
    const own = dashboards.filter((dashboard) => dashboard.folder === folder);
    return { folder, name, path: `/etc/grafana/dashboards/${folder.toLowerCase()}`, dashboards: own };
  });
  return folders.filter(({ dashboards: own }) => own.length > 0);
}

/**
 * A provider for each folder, as a provisioning file. Directories are looked at again every half minute, and what people
 * change is not kept: https://grafana.com/docs/grafana/latest/administration/provisioning/#dashboards
 */
export function providersText(folders: readonly Pick<DashboardFolder, 'folder' | 'path'>[]): string {
  return writeYaml({
    apiVersion: 1,
    providers: folders.map(({ folder, path }) => ({
      name: folder,
      orgId: 1,
      folder,
      folderUid: folder.toLowerCase(),
      type: 'file',
      disableDeletion: false,
      allowUiUpdates: false,
      updateIntervalSeconds: 30,
      options: { path },
    })),
  });
}

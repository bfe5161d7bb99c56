import type { Report } from '../report.ts';
import type { ServiceInput } from '../schema/service.ts';
import type { Path } from '../source.ts';

/** A place in a container where something is mounted, and where it was written. */
interface Mount {
  readonly path: string;
  readonly what: string;
}

/** Reports paths of a service that lie in one another: what is mounted later would hide what was before. */
export function checkMountPaths(name: string, service: ServiceInput, report: Report): void {
  const { volume, writablePaths = [], secretFiles, files = {} } = service;
  const mounts: Mount[] = [{ path: '/tmp', what: 'writable anyway' }];
  if (secretFiles) mounts.push({ path: '/etc/secrets', what: 'where the secret files are' });
  const add = (path: string, what: string, at: Path) => {
    const other = mounts.find((mount) => isWithin(mount.path, path) || isWithin(path, mount.path));
    if (other) {
      report(at, `${path} overlaps with ${other.path}, which is ${other.what}`, {
        fix: 'remove it, or choose another path',
      });
    }
    mounts.push({ path, what });
  };
  if (volume) add(volume.path, 'where the volume is', ['services', name, 'volume', 'path']);
  for (const [index, path] of writablePaths.entries()) {
    add(path, 'in writablePaths already', ['services', name, 'writablePaths', index]);
  }
  for (const path of Object.keys(files)) add(path, 'in files already', ['services', name, 'files', path]);
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

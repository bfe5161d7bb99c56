import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** Commands that start what the tests need. */
export interface Programs {
  readonly prometheus: readonly string[];
  readonly alertmanager: readonly string[];
}

/** The real programs, if all of them are on PATH; promtool too. */
export function programsOnPath(): Programs | undefined {
  const alertmanager = alertmanagerOnPath();
  const hasOthers = runs(['promtool']) && runs(['prometheus']);
  return alertmanager && hasOthers ? { prometheus: ['prometheus'], alertmanager } : undefined;
}

/** The real Alertmanager, if it is on PATH. */
export function alertmanagerOnPath(): readonly string[] | undefined {
  return [['alertmanager'], DEBIANS, unpackedDebians()].find((command) => command && runs(command));
}

/** Debian's reads its templates from where the package puts them, when it starts. */
const TEMPLATES = '/usr/share/prometheus/alertmanager/default.tmpl';
const DEBIANS = existsSync(TEMPLATES) ? ['prometheus-alertmanager'] : undefined;

/** Where the package is unpacked and not installed, its files are laid over those of the system, for this program only. */
function unpackedDebians(): readonly string[] | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const folder = folders.find((one) => existsSync(join(one, 'prometheus-alertmanager')));
  const share = folder && join(dirname(folder), 'share');
  if (share === undefined || !existsSync(join(share, 'prometheus/alertmanager/default.tmpl')))
    return undefined;
  const script = 'mount -t overlay overlay -o "lowerdir=$0:/usr/share" /usr/share && exec "$@"';
  const apart = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', script];
  return [...apart, share, 'prometheus-alertmanager'];
}

function runs([program = '', ...words]: readonly string[]): boolean {
  return spawnSync(program, [...words, '--version']).status === 0;
}

import { statfsSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';

// f_type of statfs(2).
const FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x01021994, 'memory (tmpfs)'],
  [0xef53, 'disk (ext4)'],
  [0x58465342, 'disk (xfs)'],
  [0x9123683e, 'disk (btrfs)'],
  [0x794c7630, 'overlay'],
]);

/** What a reader needs to know of the machine to make sense of a time. `folder` is where the files were written. */
export function machineFacts(folder: string): ReadonlyMap<string, string> {
  const processors = cpus();
  const type = statfsSync(folder).type;
  return new Map([
    ['date', new Date().toISOString().slice(0, 10)],
    ['processor', `${processors[0]?.model ?? 'unknown'}, ${processors.length} cores`],
    ['memory', `${(totalmem() / 2 ** 30).toFixed(0)} GiB`],
    ['system', `${platform()}, ${arch()}`],
    ['files written to', FILE_SYSTEMS.get(type) ?? `file system of type 0x${type.toString(16)}`],
    ['node', process.version],
  ]);
}

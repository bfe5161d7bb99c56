import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { nodeExporter } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** Disks of nodes that fill up. Names and numbers as in the mixin of node-exporter. */
export function filesystemAlerts(): readonly AlertRule[] {
  return [SPACE, FILES].flatMap((room) => [
    fillingUp(room, WITHIN_A_DAY, room.fillingBelow.warning),
    fillingUp(room, WITHIN_FOUR_HOURS, room.fillingBelow.critical),
    almostOut(room, 'warning', 5),
    almostOut(room, 'critical', 3),
  ]);
}

interface Room {
  readonly fillingUp: string;
  readonly almostOut: string;
  readonly what: string;
  readonly left: string;
  readonly all: string;
  /** Percent left below which a fall is looked at. */
  readonly fillingBelow: { readonly warning: number; readonly critical: number };
}

const SPACE: Room = {
  fillingUp: 'NodeFilesystemSpaceFillingUp',
  almostOut: 'NodeFilesystemAlmostOutOfSpace',
  what: 'space',
  left: 'node_filesystem_avail_bytes',
  all: 'node_filesystem_size_bytes',
  fillingBelow: { warning: 15, critical: 10 },
};

const FILES: Room = {
  fillingUp: 'NodeFilesystemFilesFillingUp',
  almostOut: 'NodeFilesystemAlmostOutOfFiles',
  what: 'inodes',
  left: 'node_filesystem_files_free',
  all: 'node_filesystem_files',
  fillingBelow: { warning: 40, critical: 20 },
};

interface Horizon {
  readonly severity: 'critical' | 'warning';
  readonly seconds: number;
  readonly words: string;
}

const WITHIN_A_DAY: Horizon = { severity: 'warning', seconds: 86_400, words: 'a day' };
const WITHIN_FOUR_HOURS: Horizon = { severity: 'critical', seconds: 14_400, words: 'four hours' };

const REAL = ['fstype!=""', 'mountpoint!=""'];
const READ_ONLY = 'node_filesystem_readonly';
const WRITABLE = `${nodeExporter(READ_ONLY, ...REAL)} == 0`;

/** A file system without inodes of its own says that it has 0 of them. */
function percentLeft({ left, all }: Room): string {
  return `100 * ${nodeExporter(left, ...REAL)} / (${nodeExporter(all, ...REAL)} > 0)`;
}

/** Series of a disk of 100, how much of it is left, and whether it is read-only. */
function disk({ left, all }: Room, free: string, isReadOnly = '0x200') {
  const name = ['instance="node-1"', 'device="/dev/nvme0n1p1"', 'fstype="xfs"', 'mountpoint="/"'];
  return {
    [nodeExporter(left, ...name)]: free,
    [nodeExporter(all, ...name)]: '100x200',
    [nodeExporter(READ_ONLY, ...name)]: isReadOnly,
  };
}

function fillingUp(room: Room, { severity, seconds, words }: Horizon, below: number): AlertRule {
  const trend = `predict_linear(${nodeExporter(room.left, ...REAL)}[6h], ${seconds}) < 0`;
  const start = below - 1;
  return {
    alert: room.fillingUp,
    expr: `${percentLeft(room)} < ${below}\nand ${trend}\nand ${WRITABLE}`,
    for: '1h',
    severity,
    summary: `Node {{ $labels.instance }} runs out of ${room.what} within ${words}`,
    description: `{{ $labels.mountpoint }} on {{ $labels.instance }} ({{ $labels.device }}) has {{ $value | printf "%.1f" }}% of its ${room.what} left, and at the pace of the last six hours none in ${words}.`,
    dashboard: INFRASTRUCTURE,
    runbook: FULL,
    test: {
      fires: scenario('it falls fast', '80m', disk(room, `${start}-0.1x100`)),
      quiet: [
        scenario('little is left and it stays so', '80m', disk(room, `${start}x100`)),
        scenario('it falls and most is left', '80m', disk(room, '90-0.1x100')),
        scenario('the file system is read-only', '80m', disk(room, `${start}-0.1x100`, '1x200')),
        WITHOUT_SERIES,
      ],
    },
  };
}

function almostOut(room: Room, severity: Horizon['severity'], below: number): AlertRule {
  return {
    alert: room.almostOut,
    expr: `${percentLeft(room)} < ${below}\nand ${WRITABLE}`,
    for: '30m',
    severity,
    summary: `Node {{ $labels.instance }} has almost no ${room.what} left`,
    description: `{{ $labels.mountpoint }} on {{ $labels.instance }} ({{ $labels.device }}) has {{ $value | printf "%.1f" }}% of its ${room.what} left.`,
    dashboard: INFRASTRUCTURE,
    runbook: FULL,
    test: {
      fires: scenario('2 of 100 are left', '40m', disk(room, '2x200')),
      quiet: [
        scenario(`${below} of 100 are left`, '40m', disk(room, `${below}x200`)),
        scenario('the file system is read-only', '40m', disk(room, '2x200', '1x200')),
        WITHOUT_SERIES,
      ],
    },
  };
}

const FULL: Runbook = {
  impact: 'A node with a full disk evicts pods and pulls no images; what writes there fails.',
  diagnosis: [
    'See what the kubelet says: `kubectl describe node <node>`, the condition DiskPressure and the events.',
    'See what fills it: mostly images, logs of containers or emptyDir volumes: `kubectl debug node/<node> -it --image=busybox -- du -xh -d 3 /host/var/lib`',
  ],
  queries: [
    {
      query: `sort(100 * ${nodeExporter(SPACE.left, ...REAL)} / ${nodeExporter(SPACE.all, ...REAL)})`,
      tells: 'Percent of space that each file system has left, least first.',
    },
    {
      query: `topk(10, sum by (node, namespace, pod) (container_fs_usage_bytes{job="kubelet"}))`,
      tells: 'Which pods write most to the disks of their nodes, in bytes.',
    },
  ],
  mitigation: [
    'Drain the node and replace it: `kubectl drain <node> --ignore-daemonsets --delete-emptydir-data`',
    'If one pod fills it, give it a limit of `ephemeral-storage` or a volume of its own.',
    'If it comes back, give nodes larger disks.',
  ],
};

import type { RecordingRule } from '../../../forms/rule.ts';
import { nodeExporter } from '../../../forms/selector.ts';

/** Disks, as the mixin of node-exporter knows them; no loop devices and memory disks. */
const DISKS = 'device=~"(/dev/)?(mmcblk.p.+|nvme.+|rbd.+|sd.+|vd.+|xvd.+|dm-.+|md.+|dasd.+)"';

/** Use and saturation of each node, under the names of the mixin of node-exporter. */
export function nodeRecordings(): readonly RecordingRule[] {
  const idle = nodeExporter('node_cpu_seconds_total', 'mode=~"idle|iowait|steal"');
  const cpus = nodeExporter('node_cpu_seconds_total', 'mode="idle"');
  const available = nodeExporter('node_memory_MemAvailable_bytes');
  const memory = nodeExporter('node_memory_MemTotal_bytes');
  return [
    { record: 'instance:node_num_cpu:sum', expr: `count without (cpu, mode) (${cpus})` },
    {
      record: 'instance:node_cpu_utilisation:rate5m',
      expr: `1 - avg without (cpu) (sum without (mode) (rate(${idle}[5m])))`,
    },
    {
      record: 'instance:node_load1_per_cpu:ratio',
      expr: `${nodeExporter('node_load1')} / ${nodeExporter('instance:node_num_cpu:sum')}`,
    },
    { record: 'instance:node_memory_utilisation:ratio', expr: `1 - ${available} / ${memory}` },
    {
      record: 'instance:node_vmstat_pgmajfault:rate5m',
      expr: `rate(${nodeExporter('node_vmstat_pgmajfault')}[5m])`,
    },
    {
      record: 'instance_device:node_disk_io_time_seconds:rate5m',
      expr: `rate(${nodeExporter('node_disk_io_time_seconds_total', DISKS)}[5m])`,
    },
    {
      record: 'instance_device:node_disk_io_time_weighted_seconds:rate5m',
      expr: `rate(${nodeExporter('node_disk_io_time_weighted_seconds_total', DISKS)}[5m])`,
    },
  ];
}

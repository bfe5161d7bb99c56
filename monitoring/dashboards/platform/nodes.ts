import type { Panel } from '../../forms/panels/panel.ts';
import type { Section } from '../../forms/panels/place.ts';
import { timeSeries } from '../../forms/panels/time-series.ts';

const NODES = 'job="node-exporter"';
/** Real disks only: what lives in memory fills differently. */
const DISKS = `${NODES},fstype!~"tmpfs|overlay|squashfs",mountpoint="/"`;

/** How busy and how full the nodes are. Network is counted by the kubelets, as node-exporter sees only its own. */
export function nodesSection(): Section {
  return {
    title: 'Nodes',
    panels: [
      cpu(),
      timeSeries({
        title: 'Memory of nodes',
        description:
          'Share of the memory that no program could get any more. Above 90 % pods are evicted soon.',
        unit: 'percentunit',
        max: 1,
        bound: 0.9,
        series: [
          [
            `1 - node_memory_MemAvailable_bytes{${NODES}} / node_memory_MemTotal_bytes{${NODES}}`,
            '{{instance}}',
          ],
        ],
      }),
      timeSeries({
        title: 'Disks of nodes',
        description: 'Share of the root file system that is used: images, logs and scratch space of pods.',
        unit: 'percentunit',
        max: 1,
        bound: 0.85,
        series: [
          [
            `1 - node_filesystem_avail_bytes{${DISKS}} / node_filesystem_size_bytes{${DISKS}}`,
            '{{instance}}',
          ],
        ],
      }),
      ...work(),
    ],
  };
}

function cpu(): Panel {
  return timeSeries({
    title: 'CPU of nodes',
    description: 'Share of the time in which the cores of each node work.',
    unit: 'percentunit',
    max: 1,
    series: [
      [
        `1 - avg by (instance) (rate(node_cpu_seconds_total{${NODES},mode="idle"}[$__rate_interval]))`,
        '{{instance}}',
      ],
    ],
  });
}

function work(): readonly Panel[] {
  return [
    timeSeries({
      title: 'Load by core',
      description: 'Programs that run or wait, for each core. Above 1 they wait for one another.',
      unit: 'short',
      series: [
        [
          `node_load5{${NODES}} / count by (instance) (node_cpu_seconds_total{${NODES},mode="idle"})`,
          '{{instance}}',
        ],
      ],
    }),
    timeSeries({
      title: 'Disk work',
      description: 'Share of the time in which a disk has something to do.',
      unit: 'percentunit',
      series: [
        [
          `max by (instance, device) (rate(node_disk_io_time_seconds_total{${NODES}}[$__rate_interval]))`,
          '{{instance}} {{device}}',
        ],
      ],
    }),
    timeSeries({
      title: 'Network of nodes',
      description: 'Bytes a second that each node received and sent.',
      unit: 'Bps',
      series: [
        [network('receive'), '{{node}} received'],
        [network('transmit'), '{{node}} sent'],
      ],
    }),
  ];
}

function network(way: 'receive' | 'transmit'): string {
  const bytes = `container_network_${way}_bytes_total{job="kubelet",metrics_path="/metrics/cadvisor",id="/"}`;
  return `sum by (node) (rate(${bytes}[$__rate_interval]))`;
}

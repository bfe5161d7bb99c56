import type { AlertRule, Runbook } from '../../../forms/rule.ts';
import { scenario, WITHOUT_SERIES } from '../../../forms/scenario.ts';
import { kubelet, kubeState, type Place } from '../../../forms/selector.ts';
import { INFRASTRUCTURE } from '../../../forms/uid.ts';

/** Volumes that fill up or fail. Names and numbers as in kubernetes-mixin. */
export function volumeAlerts(place: Place): readonly AlertRule[] {
  return [
    almostFull(SPACE, place),
    fillingUp(SPACE, place),
    almostFull(INODES, place),
    fillingUp(INODES, place),
    errors(place),
  ];
}

interface Room {
  readonly alert: string;
  readonly what: string;
  readonly left: string;
  readonly all: string;
}

const SPACE: Room = {
  alert: 'KubePersistentVolumeFillingUp',
  what: 'space',
  left: 'kubelet_volume_stats_available_bytes',
  all: 'kubelet_volume_stats_capacity_bytes',
};

const INODES: Room = {
  alert: 'KubePersistentVolumeInodesFillingUp',
  what: 'inodes',
  left: 'kubelet_volume_stats_inodes_free',
  all: 'kubelet_volume_stats_inodes',
};

function ratio({ left, all }: Room, { owned }: Place): string {
  const [free, whole] = [left, all].map(
    (metric) => `max by (namespace, persistentvolumeclaim) (${kubelet(metric, owned)})`,
  );
  return `${free} / (${whole} > 0)`;
}

/** Series of a volume of 100, and how much of it is left. */
function volume({ left, all }: Room, { one }: Place, free: string) {
  const example = (metric: string) => kubelet(metric, one, 'persistentvolumeclaim="data-store-0"');
  return { [example(left)]: free, [example(all)]: '100x600' };
}

function almostFull(room: Room, place: Place): AlertRule {
  return {
    alert: room.alert,
    expr: `${ratio(room, place)} < 0.03`,
    for: '1m',
    severity: 'critical',
    summary: `Volume {{ $labels.persistentvolumeclaim }} is out of ${room.what}`,
    description: `{{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} has {{ $value | humanizePercentage }} of its ${room.what} left.`,
    dashboard: INFRASTRUCTURE,
    runbook: FILLING_UP,
    test: {
      fires: scenario('2 of 100 are left', '5m', volume(room, place, '2x600')),
      quiet: [
        scenario('30 of 100 are left', '5m', volume(room, place, '30x600')),
        scenario('the volume says it has no size', '5m', emptyVolume(room, place)),
        WITHOUT_SERIES,
      ],
    },
  };
}

function emptyVolume({ left, all }: Room, { one }: Place) {
  const example = (metric: string) => kubelet(metric, one, 'persistentvolumeclaim="efs"');
  return { [example(left)]: '0x30', [example(all)]: '0x30' };
}

/** Four days, so that a weekend lies between the alert and the trouble. */
const AHEAD_SECONDS = 345_600;

function fillingUp(room: Room, place: Place): AlertRule {
  const trend = `predict_linear(${kubelet(room.left, place.owned)}[6h], ${AHEAD_SECONDS})`;
  return {
    alert: room.alert,
    expr: `${ratio(room, place)} < 0.15\nand\nmax by (namespace, persistentvolumeclaim) (${trend}) < 0`,
    for: '1h',
    severity: 'warning',
    summary: `Volume {{ $labels.persistentvolumeclaim }} runs out of ${room.what} within four days`,
    description: `{{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} has {{ $value | humanizePercentage }} of its ${room.what} left, and at the pace of the last six hours none in four days.`,
    dashboard: INFRASTRUCTURE,
    runbook: FILLING_UP,
    test: {
      fires: scenario('13 of 100 are left and less each minute', '70m', {
        ...volume(room, place, '14-0.02x600'),
      }),
      quiet: [
        scenario('12 of 100 are left and it stays so', '70m', volume(room, place, '12x600')),
        scenario('it falls, and most is left', '70m', volume(room, place, '90-0.02x600')),
        WITHOUT_SERIES,
      ],
    },
  };
}

const FILLING_UP: Runbook = {
  impact: 'When it is full, what writes there fails, and most programs stop.',
  diagnosis: [
    'See whose it is: `kubectl -n <namespace> describe pvc <persistentvolumeclaim>`, the line Used By.',
    'See what fills it: `kubectl -n <namespace> exec <pod> -- du -xh -d 2 <mount path>`',
  ],
  queries: [
    {
      query: `${kubelet(SPACE.left)} / ${kubelet(SPACE.all)}`,
      tells: 'How much space each volume has left.',
    },
    {
      query: `predict_linear(${kubelet(SPACE.left)}[6h], ${AHEAD_SECONDS}) < 0`,
      tells: 'Which volumes are full in four days if they go on like this.',
    },
  ],
  mitigation: [
    'Enlarge the claim, if its StorageClass allows it: change the size in the input; volumes never shrink again.',
    'Shorten how long data is kept.',
    'Few inodes and much space: many small files; enlarge it or clean up.',
  ],
};

const PHASE = 'kube_persistentvolume_status_phase';
const CLAIM = 'kube_persistentvolume_claim_ref';

function errors({ owned, one }: Place): AlertRule {
  const name = 'persistentvolume="pvc-1"';
  const claim = (matcher: string) => `claim_${matcher}`;
  const broken = `max by (persistentvolume, phase) (${kubeState(PHASE, 'phase=~"Failed|Pending"')})`;
  const ours = `max by (persistentvolume, claim_namespace, name) (${kubeState(CLAIM, claim(owned))})`;
  const isFailed = kubeState(PHASE, name, 'phase="Failed"');
  const isClaimed = kubeState(CLAIM, name, claim(one), 'name="data-store-0"');
  const isForeign = kubeState(CLAIM, name, 'claim_namespace="other"', 'name="data"');
  return {
    alert: 'KubePersistentVolumeErrors',
    expr: `${broken} * on (persistentvolume) group_left (claim_namespace, name) ${ours} > 0`,
    for: '5m',
    severity: 'critical',
    summary: 'Volume {{ $labels.persistentvolume }} is in phase {{ $labels.phase }}',
    description:
      'It belongs to the claim {{ $labels.claim_namespace }}/{{ $labels.name }}, whose pods cannot use it.',
    dashboard: INFRASTRUCTURE,
    runbook: BROKEN,
    test: {
      fires: scenario('the volume failed', '10m', { [isFailed]: '1x20', [isClaimed]: '1x20' }),
      quiet: [
        scenario('it is bound', '10m', { [isFailed]: '0x20', [isClaimed]: '1x20' }),
        scenario('it is of somebody else', '10m', { [isFailed]: '1x20', [isForeign]: '1x20' }),
        WITHOUT_SERIES,
      ],
    },
  };
}

const BROKEN: Runbook = {
  impact: 'Pods that need the volume do not start.',
  diagnosis: ['Read its events: `kubectl describe pv <persistentvolume>`', 'Read the log of the CSI driver.'],
  queries: [
    { query: `${kubeState(PHASE, 'phase=~"Failed|Pending"')} == 1`, tells: 'The volumes in trouble.' },
  ],
  mitigation: ['Restore the data from the last backup into a new claim, if the volume is lost.'],
};

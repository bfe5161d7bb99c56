import { backups } from '../charts/backups/chart.ts';
import type { Backups } from '../src/model/backups.ts';
import { render, sampleEnvironment, sampleService } from './sample.ts';

const QUOTA = sampleEnvironment().ownedNamespaces[0]?.quota;

const BACKUPS: Backups = {
  namespace: 'velero',
  schedule: '0 3 * * *',
  retentionDays: 7,
  storageLocation: undefined,
  isMovingData: false,
  drill: {
    namespace: 'shop-drill',
    quota: QUOTA as NonNullable<typeof QUOTA>,
    schedule: '0 4 1 1,4,7,10 *',
    intervalDays: 92,
    maxAgeSeconds: 48 * 3600,
    toolbox: 'docker.io/alpine/k8s:1.33.1',
  },
};

const services = [
  sampleService(),
  sampleService({
    name: 'ledger',
    kind: 'stateful',
    scaling: { min: 1, max: 1, cpu: undefined, memory: undefined },
    volume: { size: '1Gi', mountPath: '/data', storageClass: 'gp3' },
  }),
];

/** What backups make of a shop with a web service and a stateful one. */
export const objects = render(backups, sampleEnvironment({ backups: BACKUPS, services }));
/** One of those objects. */
export const named = (kind: string, name: string) =>
  objects.find((object) => object.kind === kind && object.metadata.name === name);

/** The container of the drill. */
export function container() {
  const { spec } = named('CronJob', 'backup-drill') as unknown as CronJob;
  return spec.jobTemplate.spec.template.spec.containers[0];
}

/** Its environment variables. */
export function variables(): Readonly<Record<string, string>> {
  return Object.fromEntries((container()?.env ?? []).map(({ name, value }) => [name, value]));
}

interface CronJob {
  readonly spec: {
    readonly jobTemplate: {
      readonly spec: { readonly template: { readonly spec: { readonly containers: readonly Container[] } } };
    };
  };
}

interface Container {
  readonly command: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
}

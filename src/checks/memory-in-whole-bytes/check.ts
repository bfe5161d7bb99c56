import { quantityOf } from '../../quantities/quantity.ts';
import type { Check } from '../check.ts';
import type { Workload } from '../inventory/workload.ts';

const FIELDS = ['requests', 'limits'] as const;
const BYTES = ['memory', 'ephemeral-storage'] as const;

export const memoryInWholeBytes: Check = {
  name: 'memory-in-whole-bytes',
  topic: 'resources',
  severity: 'error',
  summary: 'Memory and storage are whole numbers of bytes: `Mi`, not `m`.',
  why: '`512m` is half a byte. The API server rounds it up with a warning, and a limit of one byte starts no container.',
  fix: 'Write the unit `Mi`: `memory: 512Mi`.',
  sources: [
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory',
  ],
  examine: ({ workloads }, tell) => {
    for (const workload of workloads) {
      for (const { field, value } of fractions(workload)) {
        tell(workload.object, field, `expected whole bytes such as 512Mi, found ${value}`);
      }
    }
  },
};

interface Fraction {
  readonly field: string;
  readonly value: unknown;
}

function fractions({ containers }: Workload): readonly Fraction[] {
  return containers.flatMap(({ container, field }) =>
    FIELDS.flatMap((kind) =>
      BYTES.map((name) => ({
        field: `${field}.resources.${kind}.${name}`,
        value: container.resources?.[kind]?.[name],
      })).filter(({ value }) => value !== undefined && !Number.isInteger(quantityOf(value))),
    ),
  );
}

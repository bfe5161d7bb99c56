import { byTests } from './by-tests.ts';
import { program } from './needs.ts';
import type { Proof } from './proof.ts';

/** Every proof, in the order they are run in. A new one is an entry here. */
export const proofs: readonly Proof[] = [
  {
    name: 'alerts',
    proves: 'every alert of both platforms fires when it should and only then',
    needs: [program('promtool', 'a release of Prometheus carries it')],
    run: byTests(['test/alerts.test.ts']),
  },
];

import type { Check } from '../check.ts';
import { isInjected } from '../inventory/injection.ts';

/** The user of Istio's sidecar, written into its injection template. */
const SIDECAR_USER = 1337;

export const userNotOfSidecar: Check = {
  name: 'user-not-of-sidecar',
  topic: 'pods',
  severity: 'error',
  summary: 'No container but the sidecar itself runs as user 1337.',
  why: 'The mesh lets traffic of user 1337 pass untouched, as it is the sidecar: such a container goes around mutual TLS and every authorization.',
  fix: 'Give the container another `runAsUser`.',
  sources: ['https://istio.io/latest/docs/reference/config/analysis/ist0144/'],
  examine: (inventory, tell) => {
    const inMesh = isInjected(inventory);
    for (const { object, pod, containers } of inventory.workloads.filter(inMesh)) {
      const ofPod = pod.securityContext?.runAsUser;
      for (const { container, field } of containers) {
        const user = container.securityContext?.runAsUser ?? ofPod;
        if (user !== SIDECAR_USER || container.name.startsWith('istio-')) continue;
        const message = `expected a user other than the sidecar's, found ${user}`;
        tell(object, `${field}.securityContext.runAsUser`, message);
      }
    }
  },
};

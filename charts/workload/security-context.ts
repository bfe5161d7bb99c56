import type { Container, PodSpec } from '../../imports/kubernetes.ts';
import type { Service } from '../../src/model/service.ts';
import { unlessEmpty } from './unless-empty.ts';

// Any number without rights on the node; 1337 would be taken for the sidecar's own traffic and bypass it:
// https://istio.io/latest/docs/ops/deployment/application-requirements/
const USER = 10001;

/** What the `restricted` pod security standard asks of a pod; volumes belong to the group the container runs as. */
export const POD_SECURITY: NonNullable<PodSpec['securityContext']> = {
  runAsNonRoot: true,
  runAsUser: USER,
  runAsGroup: USER,
  fsGroup: USER,
  // Otherwise every start walks the whole volume.
  fsGroupChangePolicy: 'OnRootMismatch',
  seccompProfile: { type: 'RuntimeDefault' },
};

/** The same for the pods of a service, whose image may want a user and groups of its own. */
export function podSecurity({ runsAs }: Service): NonNullable<PodSpec['securityContext']> {
  if (runsAs === undefined) return POD_SECURITY;
  const { supplementalGroups, ...ids } = runsAs;
  return { ...POD_SECURITY, ...ids, supplementalGroups: unlessEmpty(supplementalGroups) };
}

/** What the `restricted` pod security standard asks of a container, and a file system it cannot change. */
export const CONTAINER_SECURITY: NonNullable<Container['securityContext']> = {
  privileged: false,
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

import { z } from 'zod';
import { EXPECTED, field, whole } from './field.ts';
import { labelName, labelValue } from './labels.ts';

/** Largest id of users and groups that Kubernetes takes (k8s.io/apimachinery/pkg/util/validation, IsValidUserID). */
const LARGEST_ID = 2 ** 31 - 1;

/** The sidecar's own, whose traffic passes the mesh by: https://istio.io/latest/docs/ops/deployment/application-requirements/ */
const SIDECAR = 1337;

const id = field<number>(
  `a whole number from 1 to ${LARGEST_ID} other than ${SIDECAR}, which is the sidecar's`,
  { type: 'integer', minimum: 1, maximum: LARGEST_ID, not: { const: SIDECAR } },
  (value) =>
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value > 0 &&
    value <= LARGEST_ID &&
    value !== SIDECAR
      ? value
      : undefined,
);

/** Which user and groups the processes of a pod are. Root is nobody's. */
export const securityContext = z
  .strictObject({
    runAsUser: id.describe('User id that the image is made for; the other ids follow it if left out'),
    runAsGroup: id.optional().describe('Group id; the same as `runAsUser` if left out'),
    fsGroup: id
      .optional()
      .describe('Group that volumes and secret files belong to; `runAsGroup` if left out'),
    supplementalGroups: z.array(id).min(1).optional().describe('Further groups'),
  })
  .describe('Whom the container runs as, where its image wants somebody: user and group 10001 if left out');

/** Labels that a node must have. */
export const nodeSelector = z
  .record(labelName, labelValue)
  .refine((labels) => Object.keys(labels).length > 0, { error: `${EXPECTED}at least one label` })
  .describe('Labels that nodes must have, such as `disktype: ssd`; any node if left out');

/** Taints of nodes that pods put up with. */
export const toleration = z
  .strictObject({
    key: labelName.describe('Key of the taint'),
    value: labelValue.optional().describe('Its value; any value if left out'),
    effect: z
      .enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute'])
      .optional()
      .describe('Its effect; each effect if left out'),
    tolerationSeconds: whole(0, 86_400)
      .optional()
      .describe('NoExecute: seconds until the pod goes after all; it stays if left out'),
  })
  .refine(({ effect, tolerationSeconds }) => tolerationSeconds === undefined || effect === 'NoExecute', {
    path: ['tolerationSeconds'],
    error: `${EXPECTED}effect to be NoExecute: with any other a pod never has to go`,
  });

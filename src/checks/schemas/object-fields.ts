const TEXT = { type: 'string' };
const COUNT = { type: 'integer' };
const TIME = { type: 'string', format: 'date-time' };
const TEXTS = { type: 'object', additionalProperties: TEXT };
const ANY_MAPS = {
  type: 'array',
  items: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
};

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/ */
export const METADATA = {
  type: 'object',
  properties: {
    ...{ name: TEXT, generateName: TEXT, namespace: TEXT, labels: TEXTS, annotations: TEXTS },
    ...{ finalizers: { type: 'array', items: TEXT }, ownerReferences: ANY_MAPS, managedFields: ANY_MAPS },
    ...{ creationTimestamp: TIME, deletionTimestamp: TIME, deletionGracePeriodSeconds: COUNT },
    ...{ generation: COUNT, resourceVersion: TEXT, selfLink: TEXT, uid: TEXT },
  },
};

/** What every object has besides its own fields, also one within another. */
export const OBJECT_FIELDS = { apiVersion: TEXT, kind: TEXT, metadata: METADATA };

import type { JsonSchema } from './strict-schema.ts';

const TEXT = { type: 'string' };
const FLAG = { type: 'boolean', nullable: true };
const TEXTS = { type: 'array', items: TEXT, nullable: true };
const LABELS = { type: 'object', additionalProperties: TEXT };

const SELECTOR = {
  type: 'object',
  nullable: true,
  properties: {
    matchLabels: LABELS,
    matchExpressions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['key', 'operator'],
        properties: { key: TEXT, operator: TEXT, values: { type: 'array', items: TEXT } },
      },
    },
  },
};

/** https://velero.io/docs/v1.18/api-types/backup/ */
const BACKUP_SPEC = {
  type: 'object',
  properties: {
    ...{ includedNamespaces: TEXTS, excludedNamespaces: TEXTS },
    ...{ includedResources: TEXTS, excludedResources: TEXTS },
    ...{ includedClusterScopedResources: TEXTS, excludedClusterScopedResources: TEXTS },
    ...{ includedNamespaceScopedResources: TEXTS, excludedNamespaceScopedResources: TEXTS },
    ...{ includeClusterResources: FLAG, snapshotVolumes: FLAG, snapshotMoveData: FLAG },
    ...{ defaultVolumesToFsBackup: FLAG, labelSelector: SELECTOR },
    orLabelSelectors: { type: 'array', items: SELECTOR, nullable: true },
    orderedResources: { ...LABELS, nullable: true },
    metadata: { type: 'object', properties: { labels: LABELS } },
    ...{ ttl: TEXT, storageLocation: TEXT, csiSnapshotTimeout: TEXT, itemOperationTimeout: TEXT },
    ...{ datamover: TEXT, volumeGroupSnapshotLabelKey: TEXT },
    volumeSnapshotLocations: { type: 'array', items: TEXT },
    resourcePolicy: {
      type: 'object',
      required: ['kind', 'name'],
      properties: { apiGroup: TEXT, kind: TEXT, name: TEXT },
    },
    uploaderConfig: {
      type: 'object',
      nullable: true,
      properties: { parallelFilesUpload: { type: 'integer' } },
    },
    // Commands by kind of object and moment: nothing that Charthouse renders has any.
    hooks: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  },
};

/** Kinds that are rendered and that no package knows, as a CustomResourceDefinition would have them. */
export const writtenKinds: Readonly<Record<string, JsonSchema>> = {
  // https://velero.io/docs/v1.18/api-types/schedule/
  'velero.io/v1 Schedule': {
    type: 'object',
    required: ['spec'],
    properties: {
      spec: {
        type: 'object',
        required: ['schedule', 'template'],
        properties: {
          schedule: TEXT,
          template: BACKUP_SPEC,
          ...{ paused: { type: 'boolean' }, skipImmediately: { type: 'boolean' } },
          useOwnerReferencesInBackup: FLAG,
        },
      },
      status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    },
  },
};

import { type ApiObject, ApiObjectMetadataDefinition, Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import type { ManifestMetadata, ManifestObject } from '../src/model/manifest.ts';

/** What a caller gives for an object of one kind: its metadata and the fields that kind has. */
export type Fields<Props> = { readonly metadata: ManifestMetadata } & Omit<
  Props,
  'apiVersion' | 'kind' | 'metadata' | 'status'
>;

type Labels = Readonly<Record<string, string>>;

/**
 * An API object whose fields are plain data already. cdk8s takes it for an ApiObject, which it tells by a mark:
 * labels and annotations added through `metadata`, JSON patches and validations work as on any.
 * It is not derived from ApiObject because that copies labels three times and all fields twice, for each object a
 * fifth of the time of a large run, where nothing is added at all.
 */
export class PlainObject extends Construct {
  // Declared only: a field that is defined first and then assigned costs twice.
  declare private readonly manifest: ManifestObject;
  declare private readonly chart: Chart;
  declare private changed: ApiObjectMetadataDefinition | undefined;
  declare private patches: readonly JsonPatch[] | undefined;

  constructor(scope: Construct, manifest: ManifestObject) {
    super(scope, objectId(manifest));
    this.manifest = manifest;
    this.chart = Chart.isChart(scope) ? scope : Chart.of(scope);
    this.changed = undefined;
    this.patches = undefined;
  }

  get kind(): string {
    return this.manifest.kind;
  }

  /** As cdk8s has it: `core` for objects of the first API. */
  get apiGroup(): string {
    const [group = '', version] = this.manifest.apiVersion.split('/');
    return version === undefined ? 'core' : group;
  }

  get apiVersion(): string {
    return this.manifest.apiVersion;
  }

  get name(): string {
    return this.manifest.metadata.name;
  }

  /** Metadata to add to, as cdk8s offers it. */
  get metadata(): ApiObjectMetadataDefinition {
    const labels = labelsIn(this.chart, this.manifest.metadata.labels);
    const options = { ...this.manifest.metadata, labels, apiObject: this as unknown as ApiObject };
    this.changed ??= new ApiObjectMetadataDefinition(options);
    return this.changed;
  }

  /** Changes the object as it is written, after everything else. */
  addJsonPatch(...patches: readonly JsonPatch[]): void {
    this.patches = [...(this.patches ?? []), ...patches];
  }

  /** The object as plain data: fields in the order they were given, labels and annotations sorted. */
  toJson(): ManifestObject {
    const { name, namespace, labels, annotations } = this.manifest.metadata;
    const metadata = this.changed
      ? (this.changed.toJson() as ManifestMetadata)
      : { name, namespace, labels: labelsIn(this.chart, labels), annotations: sortedByKey(annotations) };
    const object = { ...this.manifest, metadata };
    return this.patches ? JsonPatch.apply(object, ...this.patches) : object;
  }
}

// cdk8s itself puts the mark on each object, which is slow; it looks for it with `in`.
Object.defineProperty(PlainObject.prototype, Symbol.for('cdk8s.ApiObject'), { value: true });

/** Makes the class of one kind. */
export function kind<Props>(apiVersion: string, kindName: string) {
  return class extends PlainObject {
    constructor(scope: Construct, fields: Fields<Props>) {
      super(scope, { apiVersion, kind: kindName, ...fields });
    }
  };
}

function objectId({ kind: kindName, metadata }: ManifestObject): string {
  return `${kindName}.${metadata.namespace ?? ''}.${metadata.name}`;
}

const chartLabels = new WeakMap<Chart, Labels>();
const mergedLabels = new WeakMap<Labels, { readonly under: Labels; readonly merged: Labels | undefined }>();

/** Labels of an object: its chart's and its own, sorted. Objects of a service share theirs, so the last are kept. */
function labelsIn(chart: Chart, own: Labels | undefined): Labels | undefined {
  let under = chartLabels.get(chart);
  if (!under) {
    under = sortedByKey(chart.labels) ?? {};
    chartLabels.set(chart, under);
  }
  if (!own) return sortedByKey(under);
  const known = mergedLabels.get(own);
  if (known?.under === under) return known.merged;
  const merged = sortedByKey({ ...under, ...own });
  mergedLabels.set(own, { under, merged });
  return merged;
}

/** The map with its keys in order; undefined when it is empty. Gives the map itself where nothing is to be moved. */
function sortedByKey(map: Labels | undefined): Labels | undefined {
  if (!map) return undefined;
  const keys = Object.keys(map);
  if (keys.length === 0) return undefined;
  const isSorted = keys.every((key, index) => index === 0 || (keys[index - 1] as string) < key);
  return isSorted ? map : Object.fromEntries(keys.sort().map((key) => [key, map[key] as string]));
}

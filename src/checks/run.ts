import type { Severity } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import type { FiledObject, ManifestObject } from '../model/manifest.ts';
import type { Check } from './check.ts';
import { type CommonCluster, takeInventory } from './inventory/inventory.ts';
import { judge } from './schemas/judge.ts';
import type { Schemas } from './schemas/schema.ts';

/** One environment as checks see it. */
export interface Subject {
  readonly platform: string;
  readonly environment: string;
  /** Folder of the rendered files, below that of all output: `manifests/shop/production`. */
  readonly folder: string;
  readonly cluster: CommonCluster;
  readonly manifests: readonly FiledObject[];
  /** Of every kind that occurs, as `loadSchemas` gives them. */
  readonly schemas: Schemas;
  /** Severities by check, where they differ from those of the checks. */
  readonly severities?: Readonly<Record<string, Severity>>;
}

/** Everything the checks find in an environment, in the order of the checks, then of the objects. */
export function runChecks(checks: readonly Check[], subject: Subject): readonly Finding[] {
  const { manifests, platform, environment, folder, severities = {} } = subject;
  const objects = manifests.map(({ object }) => object);
  const inventory = takeInventory(judge(subject.schemas, objects), subject.cluster);
  const files = new Map<ManifestObject, string>();
  for (const { object, file } of manifests) files.set(object, `${folder}/${file}.yaml`);
  const findings: Finding[] = [];
  for (const { name: check, topic, severity: usual, examine } of checks) {
    const severity = severities[check] ?? usual;
    examine(inventory, (object, field, message) => {
      findings.push({
        ...{ check, topic, severity, platform, environment, field, message },
        file: files.get(object) ?? '',
        object: referenceTo(object),
        exception: undefined,
        place: undefined,
      });
    });
  }
  return findings;
}

function referenceTo({ apiVersion, kind, metadata }: ManifestObject): Finding['object'] {
  // Also what is no object at all has to be told about.
  const { namespace, name = '' } = (metadata ?? {}) as Partial<ManifestObject['metadata']>;
  return { apiVersion, kind, namespace, name };
}

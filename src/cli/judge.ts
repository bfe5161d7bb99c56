import { applyExceptions } from '../checks/apply-exceptions.ts';
import { exceptionCurrent, exceptionUsed } from '../checks/exceptions/pages.ts';
import { checks } from '../checks/index.ts';
import { runChecks } from '../checks/run.ts';
import { loadSchemas, withCrds } from '../checks/schemas/load.ts';
import type { Schemas } from '../checks/schemas/schema.ts';
import type { CheckPage } from '../model/check.ts';
import type { Environment } from '../model/environment.ts';
import type { Manifest } from '../model/manifest.ts';
import type { JudgedEnvironment } from '../reporters/report.ts';
import { readCrds } from './read-crds.ts';

/** Every check there is, in the order of the topics: those over manifests, then those over exceptions. */
export const checkPages: readonly CheckPage[] = [...checks, exceptionCurrent, exceptionUsed];

/** What judging needs besides an environment and what it renders. */
export interface JudgeContext {
  /** The folder of the platforms. */
  readonly input: string;
  /** The day exceptions are held against, `2026-11-21`. */
  readonly today: string;
  /** Files and folders of CRDs besides those the input names. */
  readonly crds?: readonly string[] | undefined;
}

/**
 * Finds everything wrong with what an environment renders. Throws a UsageError when definitions of custom resources
 * cannot be read, and a CrdError when they define nothing.
 */
export type Judge = (environment: Environment, manifests: readonly Manifest[]) => Promise<JudgedEnvironment>;

/** Makes what judges environments. What it learns of kinds at one, it knows at the next. */
export function createJudge({ input, today, crds = [] }: JudgeContext): Judge {
  const schemasFor = schemaLoader();
  return async ({ platform, name: environment, cluster, checking }, manifests) => {
    const own = checking.crds.map((path) => `${input}/${platform}/${path}`);
    const schemas = await schemasFor(manifests, [...own, ...crds]);
    const { exceptions, registries, severities } = checking;
    const facts = { kubernetesMinor: cluster.kubernetesMinor, registries };
    const subject = { platform, environment, manifests };
    const found = runChecks(checks, { ...subject, cluster: facts, schemas, severities });
    const findings = applyExceptions(found, { ...subject, exceptions, today });
    return { platform, environment, objects: manifests.length, findings };
  };
}

/** Environments mostly name the same definitions, and compiling them takes time. */
function schemaLoader() {
  const defined = new Map<string, Promise<Schemas>>();
  return async (manifests: readonly Manifest[], paths: readonly string[]): Promise<Schemas> => {
    const schemas = await loadSchemas(manifests.map(({ object }) => object));
    if (paths.length === 0) return schemas;
    const key = paths.join('\n');
    const own = defined.get(key) ?? withCrds({ byKind: new Map(), names: new Set() }, readCrds(paths));
    defined.set(key, own);
    const { byKind, names } = await own;
    return {
      byKind: new Map([...schemas.byKind, ...byKind]),
      names: new Set([...schemas.names, ...names]),
    };
  };
}

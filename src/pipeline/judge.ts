import { applyExceptions } from '../checks/apply-exceptions.ts';
import { checks } from '../checks/checks.ts';
import { exceptionCurrent, exceptionUsed } from '../checks/exceptions/pages.ts';
import { groupOf } from '../checks/inventory/api-group.ts';
import { runChecks } from '../checks/run.ts';
import { loadSchemas, withCrds } from '../checks/schemas/load.ts';
import type { Schemas } from '../checks/schemas/schema.ts';
import type { CheckPage } from '../model/check.ts';
import type { Checking, Environment } from '../model/environment.ts';
import type { FiledObject } from '../model/manifest.ts';
import { servedGroups } from '../outputs/argocd/needed-add-ons.ts';
import type { JudgedEnvironment } from '../reporters/report.ts';
import { readCrds } from './read-crds.ts';
import type { OutputFolder } from './started-folders.ts';

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
 * Finds everything wrong with what is rendered, and keeps it in the order it came. Throws a UsageError when definitions
 * of custom resources cannot be read, and a CrdError when they define nothing.
 */
export interface Judge {
  readonly findings: readonly JudgedEnvironment[];
  /** Looks at everything an environment renders. */
  readonly environment: (environment: Environment, objects: readonly FiledObject[]) => Promise<void>;
  /** Looks at the objects that an output makes of its own. */
  readonly folder: (folder: OutputFolder) => Promise<void>;
}

/** Makes what judges what is rendered. What it learns of kinds at one environment, it knows at the next. */
export function createJudge({ input, today, crds = [] }: JudgeContext): Judge {
  const schemasFor = schemaLoader();
  const judged: JudgedEnvironment[] = [];
  const judge = async (about: About, manifests: readonly FiledObject[]) => {
    const { platform, environment, folder, checking, kubernetesMinor } = about;
    const own = checking.crds.map((path) => `${input}/${platform}/${path}`);
    const { schemas, servedGroups: groups } = await schemasFor(manifests, [...own, ...crds], kubernetesMinor);
    const { configMaps, exceptions, registries, severities } = checking;
    const subject = { platform, environment, folder, manifests };
    const cluster = { kubernetesMinor, configMaps, registries, servedGroups: groups, today };
    const found = runChecks(checks, { ...subject, cluster, schemas, severities });
    const findings = applyExceptions(found, { ...subject, exceptions, today });
    judged.push({ platform, environment, objects: manifests.length, findings });
  };
  return {
    findings: judged,
    environment: (environment, objects) => {
      const { platform, name, checking, cluster } = environment;
      const folder = `manifests/${platform}/${name}`;
      const { kubernetesMinor } = cluster;
      return judge({ platform, environment: name, folder, checking, kubernetesMinor }, objects);
    },
    folder: async ({ format, platform = format, folder, own }) => {
      if (own) await judge({ ...OF_NO_ENVIRONMENT, platform, environment: format, folder }, own);
    },
  };
}

/** What is judged: an environment, or the own objects of an output. */
interface About {
  readonly platform: string;
  readonly environment: string;
  readonly folder: string;
  readonly checking: Checking;
  readonly kubernetesMinor: number;
}

/** Objects of an output's own are of no environment: they have neither its exceptions nor its cluster's version. */
const OF_NO_ENVIRONMENT = {
  checking: { configMaps: [], exceptions: [], registries: [], severities: {}, crds: [] },
  kubernetesMinor: 34,
} as const;

/** Environments mostly name the same definitions, and compiling them takes time. */
function schemaLoader() {
  const defined = new Map<string, Promise<Schemas>>();
  return async (
    manifests: readonly FiledObject[],
    paths: readonly string[],
    minor: number,
  ): Promise<JudgedBy> => {
    const schemas = await loadSchemas(
      manifests.map(({ object }) => object),
      minor,
    );
    if (paths.length === 0) return { schemas, servedGroups };
    const key = paths.join('\n');
    const own = defined.get(key) ?? withCrds(NOTHING, readCrds(paths));
    defined.set(key, own);
    const { byKind, names } = await own;
    const both = {
      ...schemas,
      byKind: new Map([...schemas.byKind, ...byKind]),
      names: new Set([...schemas.names, ...names]),
    };
    return { schemas: both, servedGroups: new Set([...servedGroups, ...[...names].map(groupOf)]) };
  };
}

const NOTHING: Schemas = { byKind: new Map(), names: new Set(), strangers: new Map() };

/** What objects are held against. */
interface JudgedBy {
  readonly schemas: Schemas;
  /** Of a kind that definitions are given of, the cluster has the group. */
  readonly servedGroups: ReadonlySet<string>;
}

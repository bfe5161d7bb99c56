import { eachEnvironment } from '../config/load.ts';
import type { LoadContext } from '../config/load-context.ts';
import type { Files } from '../io/staged-folder.ts';
import type { Environment } from '../model/environment.ts';
import type { InputFile } from '../model/input-file.ts';
import type { Manifest } from '../model/manifest.ts';
import { factsOf } from '../outputs/helm/facts.ts';
import { type ChartEnvironment, renderHelm } from '../outputs/helm/render.ts';
import { renderKustomize } from '../outputs/kustomize/render.ts';
import { renderManifests } from '../outputs/manifests/render.ts';
import { synthesize } from '../synth/synthesize.ts';

/** Formats in the order they are rendered. Manifests are of an environment, the others of a whole platform. */
export const FORMATS = ['manifests', 'kustomize', 'helm'] as const;

/** One of the formats. */
export type Format = (typeof FORMATS)[number];

/** A folder of one format. */
export interface Output {
  readonly format: Format;
  /** Below the folder of all output: `manifests/shop/dev`, `helm/shop`. */
  readonly folder: string;
  /** Made as they are read; they can be read once, and before the next output is asked for. */
  readonly files: Files;
  /** Objects in it: all of them once `files` has been read. */
  readonly objects: () => number;
}

/** Takes an environment and everything it renders. The next one waits until it is done with it. */
export type Witness = (environment: Environment, manifests: readonly Manifest[]) => Promise<void>;

/**
 * Every output of the input, one at a time. Throws a ConfigError at the end when the input cannot be used: what was
 * rendered until then must not be published. With manifests alone, only one environment is in memory at a time.
 * The witness is told of each environment once its manifests have been read.
 */
export async function* renderOutputs(
  files: readonly InputFile[],
  formats: ReadonlySet<Format>,
  context: LoadContext,
  witness?: Witness,
): AsyncGenerator<Output> {
  const isOfPlatform = formats.has('kustomize') || formats.has('helm');
  let platform: string | undefined;
  let kept = new Map<string, ChartEnvironment>();
  for (const environment of eachEnvironment(files, context)) {
    if (platform !== environment.platform) {
      yield* platformOutputs(platform, kept, formats);
      platform = environment.platform;
      kept = new Map();
    }
    const manifests: Manifest[] = [];
    yield* environmentOutput(environment, formats, isOfPlatform || witness ? manifests : undefined);
    await witness?.(environment, manifests);
    if (isOfPlatform) kept.set(environment.name, { manifests, facts: factsOf(environment) });
  }
  yield* platformOutputs(platform, kept, formats);
}

function* environmentOutput(
  environment: Environment,
  formats: ReadonlySet<Format>,
  keep: Manifest[] | undefined,
): Generator<Output> {
  if (!formats.has('manifests')) {
    keep?.push(...synthesize(environment));
    return;
  }
  let objects = 0;
  const watched = function* () {
    for (const manifest of synthesize(environment)) {
      objects += 1;
      keep?.push(manifest);
      yield manifest;
    }
  };
  yield {
    format: 'manifests',
    folder: `manifests/${environment.platform}/${environment.name}`,
    files: renderManifests(watched()),
    objects: () => objects,
  };
}

function* platformOutputs(
  platform: string | undefined,
  environments: ReadonlyMap<string, ChartEnvironment>,
  formats: ReadonlySet<Format>,
): Generator<Output> {
  if (platform === undefined) return;
  const total = [...environments.values()].reduce((sum, { manifests }) => sum + manifests.length, 0);
  const objects = () => total;
  if (formats.has('kustomize')) {
    const manifests = new Map([...environments].map(([name, environment]) => [name, environment.manifests]));
    yield {
      format: 'kustomize',
      folder: `kustomize/${platform}`,
      files: renderKustomize(manifests),
      objects,
    };
  }
  if (formats.has('helm')) {
    yield { format: 'helm', folder: `helm/${platform}`, files: renderHelm(platform, environments), objects };
  }
}

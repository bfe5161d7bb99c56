import { eachEnvironment } from '../config/load.ts';
import type { LoadContext } from '../config/load-context.ts';
import type { Files } from '../io/compare-folder.ts';
import type { Environment } from '../model/environment.ts';
import type { InputFile } from '../model/input-file.ts';
import type { FiledObject, Manifest } from '../model/manifest.ts';
import { type DeliveredEnvironment, deliveredEnvironment } from '../outputs/argocd/delivered-environment.ts';
import { startInventory } from '../outputs/argocd/inventory.ts';
import { renderArgocd } from '../outputs/argocd/render.ts';
import { factsOf } from '../outputs/helm/facts.ts';
import { type ChartEnvironment, renderHelm } from '../outputs/helm/render.ts';
import { renderKustomize } from '../outputs/kustomize/render.ts';
import { renderManifests } from '../outputs/manifests/render.ts';
import { synthesize } from '../synth/synthesize.ts';
import { previewOutput } from './render-preview.ts';

/** Formats in the order they are rendered. Manifests are of an environment, the others of a whole platform. */
export const FORMATS = ['manifests', 'kustomize', 'helm', 'previews', 'argocd'] as const;

/** One of the formats. */
export type Format = (typeof FORMATS)[number];

/** A folder of one format. */
export interface Output {
  readonly format: Format;
  readonly platform: string;
  /** Below the folder of all output: `manifests/shop/dev`, `helm/shop`. */
  readonly folder: string;
  /** Made as they are read; they can be read once, and before the next output is asked for. */
  readonly files: Files;
  /** Objects in it: all of them once `files` has been read. */
  readonly objects: () => number;
}

/** Is told of what is rendered, object by object. What comes next waits until it is done with it. */
export interface Witness {
  /** Everything an environment renders. */
  readonly environment: (environment: Environment, objects: readonly FiledObject[]) => Promise<void>;
  /** Everything Argo CD needs to deliver a platform. */
  readonly delivery: (platform: string, objects: readonly FiledObject[]) => Promise<void>;
}

/** What is kept of the environments of a platform until the outputs of the platform are made. */
interface Kept {
  /** With all their manifests: for formats that say what environments have in common. */
  readonly charts: Map<string, ChartEnvironment>;
  readonly delivered: DeliveredEnvironment[];
}

/**
 * Every output of the input, one at a time. Throws a ConfigError at the end when the input cannot be used: what was
 * rendered until then must not be published. Without kustomize and helm, only one environment is in memory at a time.
 * The witness is told of each environment once its manifests have been read, and of each platform that is delivered.
 */
export async function* renderOutputs(
  files: readonly InputFile[],
  formats: ReadonlySet<Format>,
  context: LoadContext,
  witness?: Witness,
): AsyncGenerator<Output> {
  let platform: string | undefined;
  let kept: Kept = { charts: new Map(), delivered: [] };
  for (const environment of eachEnvironment(files, context)) {
    if (platform !== environment.platform) {
      yield* platformOutputs(platform, kept, formats, witness);
      platform = environment.platform;
      kept = { charts: new Map(), delivered: [] };
    }
    yield* environmentOutput(environment, formats, kept, witness);
  }
  yield* platformOutputs(platform, kept, formats, witness);
}

async function* environmentOutput(
  environment: Environment,
  formats: ReadonlySet<Format>,
  kept: Kept,
  witness: Witness | undefined,
): AsyncGenerator<Output> {
  const hasCharts = formats.has('kustomize') || formats.has('helm');
  const hasArgocd = formats.has('argocd') && environment.delivery !== undefined;
  const { inventory, see } = startInventory();
  const manifests: Manifest[] = [];
  let objects = 0;
  const watched = function* () {
    for (const manifest of synthesize(environment)) {
      objects += 1;
      if (hasCharts || witness) manifests.push(manifest);
      if (hasArgocd) see(manifest);
      yield manifest;
    }
  };
  if (formats.has('manifests')) {
    yield {
      format: 'manifests',
      platform: environment.platform,
      folder: `manifests/${environment.platform}/${environment.name}`,
      files: renderManifests(watched()),
      objects: () => objects,
    };
  } else if (hasCharts || hasArgocd || witness) for (const _ of watched());
  await witness?.environment(environment, manifests);
  if (hasCharts) kept.charts.set(environment.name, { manifests, facts: factsOf(environment) });
  const previewInventory = yield* previewOutput(environment, formats);
  const delivered = hasArgocd ? deliveredEnvironment(environment, inventory, previewInventory) : undefined;
  if (delivered) kept.delivered.push(delivered);
}

async function* platformOutputs(
  platform: string | undefined,
  { charts, delivered }: Kept,
  formats: ReadonlySet<Format>,
  witness: Witness | undefined,
): AsyncGenerator<Output> {
  if (platform === undefined) return;
  const total = [...charts.values()].reduce((sum, { manifests }) => sum + manifests.length, 0);
  const objects = () => total;
  if (formats.has('kustomize')) {
    const manifests = new Map([...charts].map(([name, environment]) => [name, environment.manifests]));
    yield {
      format: 'kustomize',
      platform,
      folder: `kustomize/${platform}`,
      files: renderKustomize(manifests),
      objects,
    };
  }
  if (formats.has('helm')) {
    const files = renderHelm(platform, charts);
    yield { format: 'helm', platform, folder: `helm/${platform}`, files, objects };
  }
  if (formats.has('argocd') && delivered.length > 0) {
    const { files, manifests } = renderArgocd(platform, delivered);
    await witness?.delivery(platform, manifests);
    yield {
      format: 'argocd',
      platform,
      folder: `argocd/${platform}`,
      files,
      objects: () => manifests.length,
    };
  }
}

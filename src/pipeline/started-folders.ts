import type { Output, RenderedEnvironment, RenderedFolder, Scope, StartedFolder } from '../outputs/output.ts';

/** A folder of an output, ready to be written. */
export interface OutputFolder extends RenderedFolder {
  /** Name of the output. */
  readonly format: string;
  /** Undefined for a folder of all platforms. */
  readonly platform: string | undefined;
  /** Below the folder of all output: `manifests/shop/dev`, `helm/shop`. */
  readonly folder: string;
}

/** The folders that are open while environments come one by one. Each is rendered when the last of its scope has come. */
export interface StartedFolders {
  /** The folders of one environment. Its platform has to be the same as before, or to have been ended. */
  readonly add: (rendered: RenderedEnvironment) => Generator<OutputFolder>;
  /** The folders of the platform of the last environment; none before the first. */
  readonly endPlatform: () => Generator<OutputFolder>;
  /** The folders of all. */
  readonly end: () => Generator<OutputFolder>;
}

/** Starts the folders of outputs, those that take longer than an environment with the first that comes. */
export function startFolders(outputs: readonly Output[]): StartedFolders {
  const ofScope = (scope: Scope) => outputs.filter((output) => output.scope === scope);
  const start = (scope: Scope): readonly Started[] =>
    ofScope(scope).map((output) => ({ output, folder: output.start() }));
  const all = start('all');
  let platform: string | undefined;
  let ofPlatform: readonly Started[] = [];
  return {
    *add(rendered) {
      const { environment } = rendered;
      if (platform === undefined) ofPlatform = start('platform');
      platform = environment.platform;
      for (const { folder } of [...all, ...ofPlatform]) folder.add(rendered);
      for (const output of ofScope('environment')) {
        const folder = output.start();
        folder.add(rendered);
        yield* finished({ output, folder }, environment.platform, `/${platform}/${environment.name}`);
      }
    },
    *endPlatform() {
      if (platform === undefined) return;
      for (const one of ofPlatform) yield* finished(one, platform, `/${platform}`);
      [platform, ofPlatform] = [undefined, []];
    },
    *end() {
      for (const one of all) yield* finished(one, undefined, '');
    },
  };
}

interface Started {
  readonly output: Output;
  readonly folder: StartedFolder;
}

function* finished(
  { output: { name }, folder }: Started,
  platform: string | undefined,
  below: string,
): Generator<OutputFolder> {
  const rendered = folder.render(platform ?? '');
  if (rendered) yield { ...rendered, format: name, platform, folder: `${name}${below}` };
}

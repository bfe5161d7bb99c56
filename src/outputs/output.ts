import type { Environment } from '../model/environment.ts';
import type { FiledObject, Files, Manifest } from '../model/manifest.ts';

/** What a folder of an output is about: each environment has one, each platform, or all of the input together. */
export type Scope = 'environment' | 'platform' | 'all';

/** A document of the input: what is written for a platform, with what is for an environment laid over it. */
export type InputDocument = Readonly<Record<string, unknown>>;

/** Another value at a path of such a document. */
export interface OtherValue {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** An environment as it would be if the input said something else. */
export interface Otherwise {
  readonly environment: Environment;
  readonly manifests: readonly Manifest[];
  /** The document that says so, facts filled in. */
  readonly settled: InputDocument;
}

/** What an environment was read from. */
export interface EnvironmentInput {
  /** As it is written, and with the facts filled in that its texts name. */
  readonly written: InputDocument;
  readonly settled: InputDocument;
  /**
   * The environment with other values, as many of them as the input can say: what is beside a fault is left as it is.
   * Undefined where none is left.
   */
  readonly otherwise: (others: readonly OtherValue[]) => Otherwise | undefined;
}

/** An environment and everything it renders. */
export interface RenderedEnvironment {
  readonly environment: Environment;
  readonly manifests: readonly Manifest[];
  /** What any of its previews renders, with placeholders for what tells one from another; rendered when first asked for. */
  readonly preview: () => readonly Manifest[] | undefined;
  /** Undefined for an environment that was not read from files. */
  readonly input: EnvironmentInput | undefined;
}

/** What an output makes of the environments of one scope. */
export interface RenderedFolder {
  readonly files: Files;
  /** How many objects it holds. */
  readonly objects: number;
  /** Objects that no environment renders but the output itself: they are checked, too. */
  readonly own?: readonly FiledObject[] | undefined;
}

/** How an output is written down: `defineOutput` makes an `Output` of it. */
export interface OutputDefinition<Kept> {
  /** Also the name of its folder. */
  readonly name: string;
  /** What it is for, in one line. */
  readonly summary: string;
  readonly scope: Scope;
  /** Whether it makes objects of its own, so that it is made for the checks alone, too. */
  readonly hasOwnObjects?: boolean;
  /**
   * What it needs of an environment to render its scope, as little as will do: only this stays in memory until then.
   * Undefined leaves the environment out, and a scope without any has no folder.
   */
  readonly keep: (rendered: RenderedEnvironment) => Kept | undefined;
  /** Renders a scope, from what was kept of its environments, in their order. Pure, like `keep`. */
  readonly render: (kept: readonly Kept[], platform: string) => RenderedFolder;
}

/** A format that environments are written in. */
export interface Output extends Pick<OutputDefinition<unknown>, 'name' | 'summary' | 'scope'> {
  readonly hasOwnObjects: boolean;
  /** Starts a folder: it is shown its environments one by one, and then rendered. */
  readonly start: () => StartedFolder;
}

/** A folder of an output whose environments are being rendered. */
export interface StartedFolder {
  readonly add: (rendered: RenderedEnvironment) => void;
  /** Undefined where none of its environments has anything for it. */
  readonly render: (platform: string) => RenderedFolder | undefined;
}

/** An output, with what it keeps of environments hidden from everybody else. */
export function defineOutput<Kept>(definition: OutputDefinition<Kept>): Output {
  const { name, summary, scope, hasOwnObjects = false, keep, render } = definition;
  const start = (): StartedFolder => {
    const all: Kept[] = [];
    return {
      add: (rendered) => {
        const kept = keep(rendered);
        if (kept !== undefined) all.push(kept);
      },
      render: (platform) => (all.length > 0 ? render(all, platform) : undefined),
    };
  };
  return { name, summary, scope, hasOwnObjects, start };
}

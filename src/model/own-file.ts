import type { InputPlace } from './finding.ts';
import type { ManifestObject } from './manifest.ts';

/** Objects of the user's own that are written to one file. */
export interface OwnFile {
  /** Without folder and ending: `queues` for `manifests/queues.yaml` and `manifests/production/queues.yaml`. */
  readonly name: string;
  /** In the order they are written, those of all environments first. */
  readonly objects: readonly OwnObject[];
}

/** An object as somebody wrote it, facts filled in, and where its name stands. */
export interface OwnObject {
  readonly object: ManifestObject;
  readonly place: InputPlace;
}

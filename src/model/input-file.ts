/** A file of the input, not yet looked into. */
export interface InputFile {
  /** As people name it: relative to where the command runs, `/` between segments. */
  readonly path: string;
  /** Name of the folder it lies in. */
  readonly folder: string;
  /** Path below that folder: `platform.yaml`, `manifests/queues.yaml`. */
  readonly name: string;
  /** Content, cut after `INPUT_LIMIT` bytes and one more. */
  readonly bytes: Uint8Array;
}

/** Largest file that is looked into, in bytes. A platform of 5,000 services takes about 4 MiB. */
export const INPUT_LIMIT = 16 * 1024 * 1024;

/** Folder below a platform's for objects of one's own: of all environments, and in folders of their names of single ones. */
export const MANIFESTS = 'manifests';

/** Whether a file holds objects of one's own, and nothing of the input's words. */
export function isManifestFile({ name }: InputFile): boolean {
  return name.startsWith(`${MANIFESTS}/`);
}

import type { LoadContext } from '../config/load-context.ts';
import type { InputFile } from '../model/input-file.ts';
import { parseVersion } from './image-version.ts';
import { setVersions } from './set-versions.ts';

/** Digest of an image. */
/** What reading the input has to be told. */
export const CONTEXT: LoadContext = { today: '2026-11-21', checkNames: [] };

export const DIGEST = `sha256:${'a1'.repeat(32)}`;

/** Text before, images as they are typed, text after. */
export type Case = readonly [name: string, before: string, images: string, after: string];

/** A file of the shop's production. */
export function fileOf(text: string, name = 'production.yaml'): InputFile {
  return { path: `environments/shop/${name}`, folder: 'shop', name, bytes: new TextEncoder().encode(text) };
}

/** A text after images were set in it: `api=a2 web/canary=b2`. */
export function edited(text: string, images: string): string {
  const versions = images.split(' ').map((image) => {
    const [name = '', version = ''] = image.split('=');
    const parsed = parseVersion(version);
    if ('fault' in parsed) throw new Error(parsed.fault);
    return [name, parsed] as const;
  });
  return setVersions(fileOf(text), new Map(versions));
}

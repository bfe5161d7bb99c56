import type { ManifestObject } from '../../../src/model/manifest.ts';
import { type Api, nameOf } from './api.ts';
import { notStored } from './compare.ts';
import { notReady } from './ready.ts';

const WAVE = 'argocd.argoproj.io/sync-wave';
/** Longer than any load takes. */
const PATIENCE_SECONDS = 600;

/** Applies objects wave by wave, each waited for as Argo CD does; gives back what was refused, warned of or late. */
export async function applyInWaves(api: Api, objects: readonly ManifestObject[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const wave of [...new Set(objects.map(waveOf))].sort((one, other) => one - other)) {
    const part = objects.filter((object) => waveOf(object) === wave);
    for (const object of part) {
      const { status, body, warnings } = await api.apply(object);
      if (status >= 300) faults.push(`${nameOf(object)} refused: ${body.message}`);
      faults.push(...warnings.map((warning) => `${nameOf(object)} warned of: ${warning}`));
    }
    faults.push(...(await readyWithin(api, part, `wave ${wave}`)));
  }
  return faults;
}

/** What is not ready of some objects after a while of patience. */
export async function readyWithin(
  api: Api,
  objects: readonly ManifestObject[],
  where: string,
): Promise<readonly string[]> {
  const end = Date.now() + PATIENCE_SECONDS * 1000;
  for (;;) {
    const late = await notReady(api, objects);
    if (late.length === 0) return [];
    if (Date.now() > end) return late.map((reason) => `${where} waits ${PATIENCE_SECONDS} s: ${reason}`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Fields that are not stored as they were sent. */
export async function storedOtherwise(
  api: Api,
  objects: readonly ManifestObject[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const object of objects) {
    const stored = await api.get(object);
    if (stored === undefined) found.push(`${nameOf(object)} is not stored`);
    for (const { path, sent, stored: other } of stored ? notStored(object, stored) : []) {
      found.push(`${nameOf(object)} ${path}: sent ${JSON.stringify(sent)}, stored ${JSON.stringify(other)}`);
    }
  }
  return found;
}

/**
 * Objects that applying once more changes: their version moves although they say the same. Controllers move it too, so
 * one that moved is tried again.
 */
export async function changedAgain(api: Api, objects: readonly ManifestObject[]): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const object of objects)
    if (await movesAlways(api, object)) changed.push(`${nameOf(object)} changes when applied again`);
  return changed;
}

async function movesAlways(api: Api, object: ManifestObject): Promise<boolean> {
  for (const _ of [1, 2, 3, 4]) {
    const before = await api.get(object);
    const { status, body } = await api.apply(object);
    if (status >= 300) return true;
    if (body.metadata.resourceVersion === before?.metadata.resourceVersion) return false;
  }
  return true;
}

function waveOf({ metadata }: ManifestObject): number {
  return Number(metadata.annotations?.[WAVE] ?? 0);
}

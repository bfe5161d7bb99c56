import type { Labels } from '../../charts/labels.ts';
import { ConfigError, type Problem } from '../config/problem.ts';
import type { Environment } from '../model/environment.ts';
import type { Manifest, ManifestObject } from '../model/manifest.ts';
import type { OwnFile, OwnObject } from '../model/own-file.ts';
import { turnsOf } from '../model/turns.ts';
import { sorted } from './annotations.ts';
import { afterLastTurn, WAVE_ANNOTATION, type Waves, withSyncWave } from './sync-wave.ts';

const CONCERN = 'manifests';

/**
 * The objects of the user's own as manifests: with the labels of every object beside their own, and the wave of their
 * kind where they say none. Throws a ConfigError with all of them that are rendered already: `otherLike` knows that.
 */
export function ownManifests(
  environment: Environment,
  labels: Labels,
  otherLike: (object: ManifestObject, file: string) => string | undefined,
): readonly Manifest[] {
  if (environment.ownFiles.length === 0) return [];
  const waves = afterLastTurn(turnsOf(environment.services));
  const problems: Problem[] = [];
  const manifests = environment.ownFiles.flatMap(({ name, objects }: OwnFile) => {
    const file = `_${CONCERN}-${name}`;
    const origin = { concern: CONCERN, part: `${CONCERN}-${name}`, service: undefined, variant: undefined };
    return objects.map((own) => {
      const other = otherLike(own.object, file);
      if (other !== undefined) problems.push(collision(own, other));
      return { file, origin, object: completed(own.object, labels, waves) };
    });
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return manifests;
}

function collision({ object, place }: OwnObject, other: string): Problem {
  const { kind, metadata } = object;
  return {
    ...place,
    path: 'metadata.name',
    message: `${kind} ${metadata.name} is rendered from the input already, into ${other}.yaml`,
    fix: 'rename it, or remove it and change what is rendered by the words of the input',
  };
}

function completed(own: ManifestObject, labels: Labels, waves: Waves): ManifestObject {
  const { apiVersion, kind, metadata, ...fields } = own;
  const { name, namespace, labels: ownLabels, annotations, ...rest } = metadata;
  const object: ManifestObject = {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace !== undefined && { namespace }),
      labels: sorted({ ...labels, ...ownLabels }),
      ...(annotations && { annotations: sorted(annotations) }),
      ...rest,
    },
    ...fields,
  };
  return annotations?.[WAVE_ANNOTATION] === undefined ? withSyncWave(object, waves) : object;
}

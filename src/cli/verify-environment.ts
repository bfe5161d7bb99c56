import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Difference, firstDifference } from '../diff/first-difference.ts';
import { filesIn } from '../io/folders.ts';
import { runProgram } from '../io/run-program.ts';
import type { ManifestObject } from '../model/manifest.ts';
import { readDocuments } from '../yaml/read-documents.ts';

/** The programs that render what is proven. */
export interface Programs {
  readonly kubectl: string;
  readonly helm: string;
}

/** An environment whose output is to be proven equal. */
export interface ProvenEnvironment {
  readonly platform: string;
  readonly environment: string;
}

/** What came of it: the first difference of each format that has one. */
export interface Proof extends ProvenEnvironment {
  readonly objects: number;
  readonly differences: readonly (Difference & { readonly format: 'kustomize' | 'helm' })[];
}

/** Renders an environment with the real programs and holds the objects against the plain manifests. */
export async function verifyEnvironment(
  root: string,
  { platform, environment }: ProvenEnvironment,
  programs: Programs,
): Promise<Proof> {
  const folder = join(root, 'manifests', platform, environment);
  const expected = filesIn(folder).flatMap((path) => objectsOf(readFileSync(join(folder, path), 'utf8')));
  const chart = join(root, 'helm', platform);
  const commands = {
    kustomize: [programs.kubectl, 'kustomize', join(root, 'kustomize', platform, 'overlays', environment)],
    helm: [programs.helm, 'template', platform, chart, '-f', join(chart, `values-${environment}.yaml`)],
  } as const;
  const differences: Proof['differences'][number][] = [];
  for (const format of ['kustomize', 'helm'] as const) {
    const [program, ...args] = commands[format];
    const difference = firstDifference(expected, objectsOf(await runProgram(program, args)));
    if (difference) differences.push({ format, ...difference });
  }
  return { platform, environment, objects: expected.length, differences };
}

function objectsOf(text: string): readonly ManifestObject[] {
  return readDocuments(text) as readonly ManifestObject[];
}

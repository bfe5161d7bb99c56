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

/** What came of it: of each format that is not equal, its first difference or why its program could not render it. */
export interface Proof extends ProvenEnvironment {
  readonly objects: number;
  readonly faults: readonly Fault[];
}

/** Why a format is not proven equal. */
export interface Fault {
  readonly format: 'kustomize' | 'helm';
  readonly reason: { readonly difference: Difference } | { readonly failure: string };
}

/** Renders an environment with the real programs and holds the objects against the plain manifests. */
export async function verifyEnvironment(
  root: string,
  { platform, environment }: ProvenEnvironment,
  programs: Programs,
): Promise<Proof> {
  const folder = join(root, 'manifests', platform, environment);
  const paths = filesIn(folder).filter((path) => path.endsWith('.yaml'));
  const expected = paths.flatMap((path) => objectsOf(readFileSync(join(folder, path), 'utf8')));
  const chart = join(root, 'helm', platform);
  const commands = {
    kustomize: [programs.kubectl, 'kustomize', join(root, 'kustomize', platform, 'overlays', environment)],
    helm: [programs.helm, 'template', platform, chart, '-f', join(chart, `values-${environment}.yaml`)],
  } as const;
  const faults: Fault[] = [];
  for (const format of ['kustomize', 'helm'] as const) {
    const reason = await compare(expected, commands[format]);
    if (reason) faults.push({ format, reason });
  }
  return { platform, environment, objects: expected.length, faults };
}

async function compare(
  expected: readonly ManifestObject[],
  [program, ...args]: readonly [string, ...string[]],
): Promise<Fault['reason'] | undefined> {
  let printed: string;
  try {
    printed = await runProgram(program, args);
  } catch (error) {
    return { failure: ((error as { stderr?: string }).stderr ?? String(error)).trim() };
  }
  const difference = firstDifference(expected, objectsOf(printed));
  return difference && { difference };
}

function objectsOf(text: string): readonly ManifestObject[] {
  return readDocuments(text) as readonly ManifestObject[];
}

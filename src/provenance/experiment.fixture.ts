import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { described, mutationsOf } from './mutations.fixture.ts';
import { type Verdict, verdictsOn } from './verdicts.fixture.ts';

/** How the scalars of one environment came out, and those that are not placed at their own line. */
export interface Outcome {
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly inexact: readonly string[];
}

/** Environments of this repository, by platform and name. */
export const ENVIRONMENTS = readdirSync('environments').flatMap((platform) =>
  readdirSync(join('environments', platform))
    .filter((file) => file.endsWith('.yaml') && file !== 'platform.yaml')
    .map((file) => [platform, file.slice(0, -'.yaml'.length)] as const),
);

/** Changes every `step`th scalar of an environment, and looks where findings at what moved would be placed. */
export function experiment(platform: string, environment: string, step: number): Outcome {
  const description = described(platform, environment);
  const names = { folder: platform, file: `${environment}.yaml` };
  const mutations = [...mutationsOf(description, names, (index) => index % step === 0)];
  const counts = { exact: 0, parent: 0, beside: 0, wrong: 0, none: 0 };
  const inexact: string[] = [];
  for (const [{ path }, verdict] of verdictsOn(mutations, description)) {
    counts[verdict] += 1;
    if (verdict !== 'exact') inexact.push(`${verdict} ${path.join('.')}`);
  }
  return { counts, inexact };
}

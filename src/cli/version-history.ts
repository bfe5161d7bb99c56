import { ConfigError } from '../config/problem.ts';
import type { Revision } from '../edit/plan-rollback.ts';
import { readVersions } from '../edit/read-versions.ts';
import { type Commit, commitsOf, contentsAt, isShallow, resolveCommit, trackedFile } from '../io/git.ts';
import type { EditedEnvironment } from './edited-environment.ts';

/** Commits read in one run of git. Most questions are answered by the newest few. */
const AT_ONCE = 32;

/** The committed states of an environment's images. */
export interface VersionHistory {
  /** From the newest to the oldest; what no program could read is left out, as it never ran. */
  readonly revisions: () => Iterable<Revision>;
  /** The state at a commit, undefined where the environment was not there or could not be read. */
  readonly at: (name: string) => Revision | undefined;
  /** Whether the clone lacks older commits. */
  readonly isCut: boolean;
}

/**
 * The history of an environment on a branch: every state that its file and its platform's had there, and so every one
 * that was rendered from it. Throws a GitError where there is no history to read.
 */
export function versionHistory(environment: EditedEnvironment, branch: string): VersionHistory {
  const platform = trackedFile(environment.platform.path);
  const own = trackedFile(environment.environment.path);
  const tip = resolveCommit(own, branch);
  const read = (commits: readonly Commit[]) => {
    const contents = contentsAt(
      commits.flatMap(({ id }) => [platform, own].map((file) => ({ file, commit: id }))),
    );
    return commits.flatMap((commit, index) => {
      const [shared, bytes] = contents.slice(2 * index, 2 * index + 2);
      return shared && bytes ? (revisionOf(environment, commit, shared, bytes) ?? []) : [];
    });
  };
  return {
    *revisions() {
      const commits = commitsOf([platform, own], tip);
      for (let start = 0; start < commits.length; start += AT_ONCE) {
        yield* read(commits.slice(start, start + AT_ONCE));
      }
    },
    at(name) {
      const [newest] = commitsOf([platform, own], resolveCommit(own, name));
      return newest && read([newest])[0];
    },
    isCut: isShallow(own),
  };
}

function revisionOf(
  { platform, environment }: EditedEnvironment,
  { id, seconds }: Commit,
  shared: Uint8Array,
  own: Uint8Array,
): Revision | undefined {
  try {
    const { versions } = readVersions({ ...platform, bytes: shared }, { ...environment, bytes: own });
    return { commit: id, date: new Date(seconds * 1000).toISOString().slice(0, 10), versions };
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

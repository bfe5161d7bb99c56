import type { Command } from 'commander';
import { editImages } from '../../edit/edit-images.ts';
import { planReturn, planRollback, type Rollback } from '../../edit/plan-rollback.ts';
import { unproven } from '../../edit/unproven.ts';
import { UsageError } from '../../io/usage-error.ts';
import { asUsage } from '../as-usage.ts';
import { assertImages, type EditedEnvironment, editedEnvironment } from '../edited-environment.ts';
import { offerEdit, printDiff } from '../offer-edit.ts';
import { table } from '../table.ts';
import { type VersionHistory, versionHistory } from '../version-history.ts';

interface Options {
  readonly input: string;
  readonly branch: string;
  readonly to?: string;
  readonly yes?: boolean;
}

/** Adds `charthouse rollback PLATFORM ENVIRONMENT [SERVICE...]`. */
export function addRollback(program: Command): void {
  program
    .command('rollback')
    .description('bring back the image versions that an environment had before their last change')
    .argument('<platform>', 'name of a folder in environments/')
    .argument('<environment>', 'name of one of its files, without .yaml')
    .argument('[services...]', 'SERVICE or SERVICE/VARIANT; what changed last if left out')
    .option('--to <revision>', 'the versions of a commit, a tag or a branch')
    .option('--input <folder>', 'folder of the platforms', 'environments')
    .option('--branch <revision>', 'whose history counts: the branch that is deployed', 'HEAD')
    .option('--yes', 'write without asking; without it and a terminal, show the difference and exit 1')
    .action(async (platform: string, name: string, services: readonly string[], options: Options) => {
      const environment = editedEnvironment(options.input, platform, name);
      assertImages(services, environment.images.names, `${platform}/${name}`);
      await rollBack(environment, services, options);
    });
}

async function rollBack(
  environment: EditedEnvironment,
  services: readonly string[],
  { branch, to, yes = false }: Options,
): Promise<void> {
  const plan = asUsage(`cannot tell what ${environment.name} ran`, () => {
    const history = versionHistory(environment, branch);
    return to === undefined
      ? lastChange(environment, history, services)
      : stateAt(environment, history, to, services);
  });
  const edit = editImages(environment, plan.wanted);
  if (edit.changes.length === 0) {
    console.log(`${environment.name} has these versions already`);
    return;
  }
  const rows = edit.changes.map(({ name, before, after }) => {
    const { commit = '', date = '' } = plan.sources.get(name) ?? {};
    return [name, before ?? '-', after, `${commit.slice(0, 9)} of ${date}`];
  });
  console.log(table([['image', 'now', 'back to', 'as in'], ...rows]));
  printDiff(environment, edit);
  await offerEdit(environment, edit, yes);
}

function lastChange(
  environment: EditedEnvironment,
  history: VersionHistory,
  services: readonly string[],
): Rollback {
  const plan = planRollback(environment.images, history.revisions(), services);
  if (plan.wanted.size > 0 && plan.withoutEarlier.length === 0) return plan;
  const what = plan.withoutEarlier.length === 0 ? 'no image' : `none of ${plan.withoutEarlier.join(', ')}`;
  throw new UsageError(`${what} had another version in ${environment.name} before${cut(history)}`);
}

function stateAt(
  environment: EditedEnvironment,
  history: VersionHistory,
  to: string,
  services: readonly string[],
): Rollback {
  const revision = history.at(to);
  if (!revision) throw new UsageError(`${to} has no ${environment.environment.path} that can be read`);
  const plan = planReturn(environment.images, revision, services);
  if (plan.withoutEarlier.length > 0) {
    throw new UsageError(`${plan.withoutEarlier.join(', ')} had no version in ${environment.name} at ${to}`);
  }
  const names = unproven(plan.wanted, history.revisions());
  if (names.length === 0) return plan;
  const list = names.map((name) => `${name} ${plan.wanted.get(name)}`).join(', ');
  throw new UsageError(
    `${environment.name} never ran ${list}: ${to} is not in the history of this branch${cut(history)}`,
  );
}

function cut({ isCut }: VersionHistory): string {
  return isCut ? '; this clone is shallow: git fetch --unshallow gets the older commits' : '';
}

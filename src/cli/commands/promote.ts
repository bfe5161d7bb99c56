import type { Command } from 'commander';
import { editImages } from '../../edit/edit-images.ts';
import { type Promotion, planPromotion } from '../../edit/plan-promotion.ts';
import { unproven } from '../../edit/unproven.ts';
import { UsageError } from '../../io/usage-error.ts';
import { asUsage } from '../as-usage.ts';
import { assertImages, type EditedEnvironment, editedEnvironment } from '../edited-environment.ts';
import { offerEdit, printDiff } from '../offer-edit.ts';
import { table } from '../table.ts';
import { versionHistory } from '../version-history.ts';

interface Options {
  readonly input: string;
  readonly branch: string;
  readonly yes?: boolean;
}

/** Adds `charthouse promote PLATFORM FROM TO [SERVICE...]`. */
export function addPromote(program: Command): void {
  program
    .command('promote')
    .description('give an environment the image versions that another one ran')
    .argument('<platform>', 'name of a folder in environments/')
    .argument('<from>', 'environment that ran them')
    .argument('<to>', 'environment that gets them')
    .argument('[services...]', 'SERVICE or SERVICE/VARIANT; all that both environments have if left out')
    .option('--input <folder>', 'folder of the platforms', 'environments')
    .option('--branch <revision>', 'where FROM must have been committed: the branch that is deployed', 'HEAD')
    .option('--yes', 'write without asking; without it and a terminal, show the difference and exit 1')
    .action(
      async (platform: string, from: string, to: string, services: readonly string[], options: Options) => {
        if (from === to) throw new UsageError(`${from} cannot be promoted to itself`);
        const source = editedEnvironment(options.input, platform, from);
        await promote(source, editedEnvironment(options.input, platform, to), services, options);
      },
    );
}

async function promote(
  source: EditedEnvironment,
  target: EditedEnvironment,
  services: readonly string[],
  options: Options,
): Promise<void> {
  const both = target.images.names.filter((name) => source.images.names.includes(name));
  assertImages(services, both, `both ${source.name} and ${target.name}`);
  const plan = planPromotion(source.images, target.images, services);
  tellLeftOut(plan, source, target);
  const edit = editImages(target, plan.wanted);
  if (edit.changes.length === 0) {
    console.log(`${target.name} has the versions of ${source.name} already`);
    return;
  }
  assertRan(source, new Map(edit.changes.map(({ name, after }) => [name, after])), options.branch);
  const rows = edit.changes.map(({ name, before, after }) => [name, before ?? '-', after]);
  console.log(table([['image', `${target.name} now`, `from ${source.name}`], ...rows]));
  printDiff(target, edit);
  await offerEdit(target, edit, options.yes === true);
}

function tellLeftOut(plan: Promotion, source: EditedEnvironment, target: EditedEnvironment): void {
  const tell = (names: readonly string[], why: string) => {
    if (names.length > 0) console.error(`left out, ${why}: ${names.join(', ')}`);
  };
  tell(plan.onlyFrom, `only in ${source.name}`);
  tell(plan.onlyTo, `only in ${target.name}`);
  tell(plan.withoutVersion, `no version in ${source.name}`);
}

/** What was never committed was never rendered, and so never ran. */
function assertRan(source: EditedEnvironment, wanted: ReadonlyMap<string, string>, branch: string): void {
  const otherwise = 'charthouse set image writes a version that ran nowhere';
  const ask = () => {
    const { revisions, isCut } = versionHistory(source, branch);
    return { names: unproven(wanted, revisions()), isCut };
  };
  const { names, isCut } = asUsage(`cannot tell what ${source.name} ran`, ask, otherwise);
  if (names.length === 0) return;
  const list = names.map((name) => `${name} ${wanted.get(name)}`).join(', ');
  const cut = isCut ? ' that this shallow clone has (git fetch --unshallow gets the others)' : '';
  throw new UsageError(
    `${source.name} never ran ${list}: it is in no commit of ${source.environment.path}${cut}\n` +
      `            commit it and let it run there first; ${otherwise}`,
  );
}

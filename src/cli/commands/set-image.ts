import type { Command } from 'commander';
import { editImages } from '../../edit/edit-images.ts';
import { parseVersion, type Versions } from '../../edit/image-version.ts';
import { UsageError } from '../../io/usage-error.ts';
import { assertImages, editedEnvironment } from '../edited-environment.ts';
import { printDiff, writeEdit } from '../offer-edit.ts';

interface Options {
  readonly input: string;
  readonly dryRun?: boolean;
}

/** Adds `charthouse set image PLATFORM ENVIRONMENT SERVICE=TAG...`. */
export function addSetImage(program: Command): void {
  program
    .command('set')
    .description('change the input, leaving comments, order and style of its files as they are')
    .command('image')
    .description('give services of an environment other image versions')
    .argument('<platform>', 'name of a folder in environments/')
    .argument('<environment>', 'name of one of its files, without .yaml')
    .argument(
      '<images...>',
      'SERVICE=TAG, SERVICE=@sha256:..., SERVICE=TAG@sha256:... or SERVICE/VARIANT=...',
    )
    .option('--input <folder>', 'folder of the platforms', 'environments')
    .option('--dry-run', 'show the difference and write nothing')
    .action((platform: string, environment: string, images: readonly string[], options: Options) => {
      setImages(platform, environment, images, options);
    });
}

function setImages(platform: string, name: string, images: readonly string[], options: Options): void {
  const environment = editedEnvironment(options.input, platform, name);
  const wanted = parseImages(images);
  assertImages([...wanted.keys()], environment.images.names, `${platform}/${name}`);
  const edit = editImages(environment, wanted);
  const changed = new Set(edit.changes.map((change) => change.name));
  for (const [image, version] of wanted)
    if (!changed.has(image)) console.log(`${image}: ${version}, unchanged`);
  for (const { name: image, before, after } of edit.changes) {
    console.log(`${image}: ${before ?? 'no version'} -> ${after}`);
  }
  if (edit.changes.length === 0) return;
  printDiff(environment, edit);
  if (options.dryRun) console.error('nothing was written');
  else writeEdit(environment, edit);
}

/** Throws a UsageError with every argument that is no image version, and every image that is given twice. */
function parseImages(images: readonly string[]): Versions {
  const faults = images
    .map((text) => [text, faultOf(text)] as const)
    .filter(([, fault]) => fault !== undefined);
  const pairs = images.map(splitImage);
  const names = pairs.map(([name]) => name);
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  const lines = [
    ...faults.map(([text, fault]) => `${text}: ${fault}`),
    ...twice.map((name) => `${name} is given two versions`),
  ];
  if (lines.length > 0) throw new UsageError(lines.join('\n            '));
  return new Map(pairs);
}

function faultOf(text: string): string | undefined {
  const [name, written] = splitImage(text);
  if (name === '' || written === '') return 'expected SERVICE=TAG or SERVICE=@sha256:...';
  const version = parseVersion(written);
  return 'fault' in version ? version.fault : undefined;
}

function splitImage(text: string): readonly [name: string, version: string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

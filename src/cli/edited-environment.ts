import { wholeFile } from '../config/problem.ts';
import type { EditedInput } from '../edit/edit-images.ts';
import { readVersions, type StatedImages } from '../edit/read-versions.ts';
import { selectInput } from '../io/select-input.ts';
import { UsageError } from '../io/usage-error.ts';
import { type InputFile, isManifestFile } from '../model/input-file.ts';
import { loadContext } from '../pipeline/load-context.ts';
import { nearest } from '../words/nearest.ts';
import { today } from './clock.ts';

/** An environment as a command that edits it, or reads its images, finds it. */
export interface EditedEnvironment extends EditedInput {
  /** Folder of the platforms. */
  readonly root: string;
  /** Name of the environment. */
  readonly name: string;
  readonly images: StatedImages;
}

/** Reads an environment and its platform. Throws a UsageError for names that do not exist. */
export function editedEnvironment(root: string, platform: string, name: string): EditedEnvironment {
  const files = selectInput(root, { platform });
  const selected = selectInput(root, { platform, environment: name });
  const named = (isPlatform: boolean) =>
    selected.find((file) => !isManifestFile(file) && (file.name === 'platform.yaml') === isPlatform);
  const shared = named(true);
  const own = named(false);
  const place = `${root}/${platform}`;
  if (!shared || !own) throw wholeFile(place, `the platform ${platform} has no platform.yaml`, 'write it');
  const environment = files.find(({ path }) => path === own.path) as InputFile;
  const images = readVersions(shared, environment);
  return { root, name, files, platform: shared, environment, images, context: loadContext(today()) };
}

/** Throws a UsageError with every name that is no service, and no `service/variant`, among those known. */
export function assertImages(names: readonly string[], known: readonly string[], where: string): void {
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new UsageError(unknown.map((name) => strangeImage(name, known, where)).join('\n            '));
}

function strangeImage(name: string, known: readonly string[], where: string): string {
  const [service = '', variant] = name.split('/');
  if (variant === undefined || !known.includes(service)) {
    const services = known.filter((other) => !other.includes('/'));
    return `no service ${service} in ${where}; ${suggestion(service, services)}`;
  }
  const prefix = `${service}/`;
  const variants = known
    .filter((other) => other.startsWith(prefix))
    .map((other) => other.slice(prefix.length));
  return `${service} has no variant ${variant} in ${where}; ${suggestion(variant, variants)}`;
}

function suggestion(name: string, known: readonly string[]): string {
  const guess = nearest(name, known);
  if (guess) return `did you mean ${guess}?`;
  return known.length > 0 ? `there are: ${known.join(', ')}` : 'there is none';
}

import { loadEnvironments } from '../config/load.ts';
import type { LoadContext } from '../config/load-context.ts';
import { UsageError } from '../io/usage-error.ts';
import type { Environment } from '../model/environment.ts';
import type { InputFile } from '../model/input-file.ts';
import { type Previews, previewNamespace, pullRequestPreview } from '../model/previews.ts';
import { renderManifests } from '../outputs/manifests/render.ts';
import { filled, type PreviewValues } from '../outputs/previews/template.ts';
import { previewManifests } from '../pipeline/render-environment.ts';
import { nearest } from '../words/nearest.ts';

/** A preview as it is asked for: the number of a pull request or the name of an instance, and maybe a tag. */
export interface PreviewQuestion {
  readonly preview: string;
  readonly tag: string | undefined;
}

/** Prints the objects of one preview of a platform: those that Argo CD applies for it. `files` are the platform's. */
export function printPreview(
  files: readonly InputFile[],
  platform: string,
  question: PreviewQuestion,
  context: LoadContext,
): void {
  const environment = loadEnvironments(files, context).find(({ previews }) => previews !== undefined);
  if (!environment?.previews) {
    const how = 'write previews in the file of one of its environments';
    throw new UsageError(`${platform} has no previews; ${how}`);
  }
  const { previews } = environment;
  const values = valuesOf(environment, previews, question);
  const texts = [...filled(renderManifests(previewManifests(environment, previews)), values)];
  process.stdout.write(texts.map(([, text]) => text).join('---\n'));
  const tags = [...values.tags].map(([service, tag]) => `${service}:${tag}`).join(', ');
  console.error(`namespace ${previewNamespace(platform, values.preview)}, with ${tags}`);
}

function valuesOf(environment: Environment, previews: Previews, question: PreviewQuestion): PreviewValues {
  const { preview, tag } = question;
  if (tag !== undefined && !TAG.test(tag)) throw new UsageError(`${tag} is no image tag`);
  if (NUMBER.test(preview)) {
    if (!previews.pullRequests) throw new UsageError('pull requests have no previews: write pullRequests');
    return { preview: pullRequestPreview(preview), tags: tagsOf(environment, previews, tag) };
  }
  const instance = previews.instances.find(({ name }) => name === preview);
  if (!instance) throw new UsageError(noInstance(preview, previews));
  return { preview, tags: tag === undefined ? instance.tags : tagsOf(environment, previews, tag) };
}

/** Nine digits are more than any repository has. */
const NUMBER = /^[1-9][0-9]{0,8}$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$/;

function tagsOf(
  { services }: Environment,
  previews: Previews,
  tag: string | undefined,
): ReadonlyMap<string, string> {
  const images = new Map(services.map(({ name, image }) => [name, image]));
  return new Map(
    previews.services.map((service) => {
      const own = tag ?? images.get(service)?.tag;
      if (own === undefined) throw new UsageError(`${service} is pinned by its digest here: say --tag`);
      return [service, own];
    }),
  );
}

function noInstance(preview: string, { instances }: Previews): string {
  const names = instances.map(({ name }) => name);
  const guess = nearest(preview, names);
  if (guess) return `no preview ${preview}; did you mean ${guess}?`;
  const known = names.length > 0 ? `, or one of: ${names.join(', ')}` : '';
  return `no preview ${preview}; say the number of a pull request${known}`;
}

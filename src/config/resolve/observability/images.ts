import type { Observability } from '../../../model/observability.ts';
import { PROGRAM_IMAGES, type ProgramImage } from '../../programs.ts';
import type { ObservabilityInput } from '../../schema/observability.ts';

type Written = ObservabilityInput['images'];

/** The image of each program: by digest where one is given, else by tag. */
export function imagesOf(written: Written): Observability['images'] {
  const images = [...PROGRAM_IMAGES].map(([program, published]): [string, string] => {
    const repository = repositoryOf(program, published, written);
    const { digest, tag = published.tag } = written[program] ?? {};
    return [program, digest === undefined ? `${repository}:${tag}` : `${repository}@${digest}`];
  });
  return Object.fromEntries(images);
}

/** Where the images of all programs come from. */
export function programRepositories(written: Written): readonly string[] {
  return [...PROGRAM_IMAGES].map(([program, published]) => repositoryOf(program, published, written));
}

function repositoryOf(program: string, { repository }: ProgramImage, written: Written): string {
  return written[program]?.repository ?? repository;
}

import { type Observability, PROGRAMS, type Program } from '../../../model/observability.ts';
import { PROGRAM_IMAGES } from '../../programs.ts';
import type { ObservabilityInput } from '../../schema/observability.ts';

type Written = ObservabilityInput['images'];

/** The image of each program: by digest where one is given, else by tag. */
export function imagesOf(written: Written): Observability['images'] {
  const images = PROGRAMS.map((program): [Program, string] => {
    const repository = repositoryOf(program, written);
    const { digest, tag = PROGRAM_IMAGES[program].tag } = written[program] ?? {};
    return [program, digest === undefined ? `${repository}:${tag}` : `${repository}@${digest}`];
  });
  return Object.fromEntries(images) as Observability['images'];
}

/** Where the images of all programs come from. */
export function programRepositories(written: Written): readonly string[] {
  return PROGRAMS.map((program) => repositoryOf(program, written));
}

function repositoryOf(program: Program, written: Written): string {
  return written[program]?.repository ?? PROGRAM_IMAGES[program].repository;
}

import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the command line, bundled from the sources as they are. */
    program: string;
  }
}

/** What all test files share: the bundled program, made once and only when its sources changed. */
export async function setup(project: TestProject): Promise<void> {
  // The build is plain JavaScript, so that nothing has to run before it.
  const { built } = (await import(new URL('../scripts/built.mjs', import.meta.url).href)) as {
    readonly built: () => Promise<string>;
  };
  project.provide('program', await built());
}

import type { TestProject } from 'vitest/node';
import { withTools } from '../scripts/tools/on-path.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the command line, bundled from the sources as they are. */
    program: string;
  }
}

/** What all test files share: programs they run, and the bundled one, made only when its sources changed. */
export async function setup(project: TestProject): Promise<void> {
  process.env['PATH'] = await withTools(process.env['PATH'] ?? '');
  // The build is plain JavaScript, so that nothing has to run before it.
  const { built } = (await import(new URL('../scripts/built.mjs', import.meta.url).href)) as {
    readonly built: () => Promise<string>;
  };
  project.provide('program', await built());
}

import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';

const LARGEST_OUTPUT = 1024 ** 3;

/** What a program prints. Rejects with what it says on its error output when it fails. */
export async function runProgram(path: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(path, [...args], { maxBuffer: LARGEST_OUTPUT });
  return stdout;
}

/** Runs tasks, as many at a time as the machine has processors, and gives their results in the order of the tasks. */
export async function inParallel<Task, Result>(
  tasks: readonly Task[],
  run: (task: Task) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = tasks.entries();
  const worker = async () => {
    for (const [index, task] of waiting) results[index] = await run(task);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}

import { isSystemError, systemErrorText } from '../io/system-error.ts';

/**
 * Ends the run quietly when nobody reads what it prints, as `| head` does: what it had to write to files is written
 * before it prints. Anything else that keeps it from printing is told, and exits 2.
 */
export function guardStandardStreams(): void {
  for (const [name, stream] of Object.entries({
    'standard output': process.stdout,
    errors: process.stderr,
  })) {
    stream.on('error', (error) => {
      if (isSystemError(error) && error.code === 'EPIPE') process.exit();
      const why = isSystemError(error) ? systemErrorText(error) : error.message;
      if (stream !== process.stderr) console.error(`charthouse: ${name} cannot be written: ${why}`);
      process.exit(2);
    });
  }
}

/** A line that tells what is being worked on, on a terminal only: a log of a CI run gets the results alone. */
export function startProgress(stream: NodeJS.WriteStream): {
  readonly step: (name: string) => void;
  readonly stop: () => void;
} {
  if (!stream.isTTY) return { step: () => {}, stop: () => {} };
  const clear = '\r\u001b[2K';
  return {
    step: (name) => {
      stream.write(`${clear}rendering ${name}`);
    },
    stop: () => {
      stream.write(clear);
    },
  };
}

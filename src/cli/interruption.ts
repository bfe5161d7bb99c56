import { setImmediate } from 'node:timers/promises';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Somebody ended the run. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  constructor(readonly signal: NodeJS.Signals) {
    super(`interrupted by ${signal}`);
  }
}

/**
 * From now on a signal ends the run where it asks for it, so that it can clear up; a second one ends it at once.
 * `stop` gives signals their usual effect back.
 */
export function watchInterruption(): {
  readonly assertNone: () => Promise<void>;
  readonly stop: () => void;
} {
  let received: NodeJS.Signals | undefined;
  const receive = (signal: NodeJS.Signals) => {
    received = signal;
  };
  for (const signal of SIGNALS) process.once(signal, receive);
  return {
    assertNone: async () => {
      // Signals are delivered between two turns of the event loop, and rendering never ends its turn by itself.
      await setImmediate();
      if (received !== undefined) throw new Interruption(received);
    },
    stop: () => {
      for (const signal of SIGNALS) process.off(signal, receive);
    },
  };
}

/** Ends the process by a signal that was received, as whoever sent it expects. */
export function endBy(signal: NodeJS.Signals): void {
  console.error('interrupted; nothing was written');
  process.kill(process.pid, signal);
}

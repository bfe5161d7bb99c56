/** What a proof found: whether it holds, and what was tried, with counts and versions, in one line. */
export interface Outcome {
  readonly holds: boolean;
  readonly result: string;
  /** Tables for `docs/proofs.md`, free of dates and times, so that they change when what is true changes. */
  readonly report?: string;
}

/** Something that takes real programs, or longer than each change can wait for. */
export interface Proof {
  /** The word on the command line, kebab-case. */
  readonly name: string;
  /** What is true when it holds, in half a sentence. */
  readonly proves: string;
  /** What it cannot run without; the first that is missing is the reason why it is skipped. */
  readonly needs: readonly Need[];
  /** Tells what it does on stderr, and holds or not; a rejection is a failure with its reason. */
  readonly run: () => Promise<Outcome>;
}

/** Why something that a proof needs is not there; undefined when it is. */
export type Need = () => string | undefined;

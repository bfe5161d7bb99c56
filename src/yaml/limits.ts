/**
 * How many collections may lie within one another, in what is read and in what is written: what js-yaml
 * always reads.
 */
export const MAX_DEPTH = 98;

/** How many values the aliases of a document may expand it to. */
export const MAX_NODES = 100_000;

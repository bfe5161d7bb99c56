/**
 * A value with the place it has in its text, as offsets: of the value without its tag and anchor, and of the key
 * before it. An item of a list, and the document, stand for their own key. What an alias repeats stands at the alias,
 * and what is in it where it is written.
 */
export interface Node {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** The nodes in a list, or in a map by their keys; undefined for a scalar. */
  readonly children: NodeChildren | undefined;
}

/** What lies in a collection. */
export type NodeChildren = readonly Node[] | Readonly<Record<string, Node>>;

/** The node of an entry of a collection; undefined where there is none. */
export function childOf({ children }: Node, step: string | number): Node | undefined {
  if (children === undefined || !Object.hasOwn(children, step)) return undefined;
  return (children as Readonly<Record<string | number, Node>>)[step];
}

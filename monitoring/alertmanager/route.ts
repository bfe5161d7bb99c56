/** A condition on one label, as Alertmanager writes it. The value of `=~` and `!~` is an expression for the whole value. */
export interface Matcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** Where alerts go: to the first of `routes` that they match, else to `receiver`. What is left out is as above it. */
export interface Route {
  readonly matchers: readonly Matcher[];
  readonly receiver?: string;
  /** Routes after this one are tried as well. */
  readonly continue?: boolean;
  readonly groupBy?: readonly string[];
  /** Durations as Alertmanager reads them. How long the first alert of a group waits for others. */
  readonly groupWait?: string;
  /** How long alerts that join a group later wait. */
  readonly groupInterval?: string;
  /** After which time it is told again, if nothing has changed. */
  readonly repeatInterval?: string;
  /** Names of time intervals in which nobody is told. Not passed on to `routes`, neither are the active ones. */
  readonly mute?: readonly string[];
  /** Names of time intervals outside of which nobody is told. */
  readonly active?: readonly string[];
  readonly routes?: readonly Route[];
}

/** While an alert of `source` fires, alerts of `target` with the same values of the labels `equal` are not told. */
export interface Inhibition {
  readonly source: readonly Matcher[];
  readonly target: readonly Matcher[];
  readonly equal: readonly string[];
}

/** A matcher that asks for a value. */
export function is(label: string, value: string): Matcher {
  return { label, operator: '=', value };
}

/** A matcher that asks for one of several values, none of which has a character that means something in expressions. */
export function isOneOf(label: string, values: readonly string[]): Matcher {
  return { label, operator: '=~', value: values.join('|') };
}

/** A matcher that asks for any value at all. */
export function isSet(label: string): Matcher {
  return { label, operator: '!=', value: '' };
}

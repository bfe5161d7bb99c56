/**
 * What a validator asks of the value at one position of an object. The packages' validators pass over fields they do
 * not know, but they read every field they do know, so that reading tells the fields a kind has.
 */
export interface Position {
  /** Fields asked for, whether they are there or not; undefined until a map was shown here. */
  fields: Map<string, Position> | undefined;
  /** What every value of the map is when its keys are free, as those of labels are. */
  values: Position | undefined;
  /** What every item of the list is; undefined until a list was shown here. */
  items: Position | undefined;
}

/** A position nothing has been shown at. */
export function unseenPosition(): Position {
  return { fields: undefined, values: undefined, items: undefined };
}

/** A position where anything goes. */
export function openPosition(): Position {
  return { fields: new Map(), values: undefined, items: undefined };
}

/** Whether anything goes here: a map was shown, and nobody asked what is in it. */
export function isOpen({ fields, values }: Position): boolean {
  return fields !== undefined && fields.size === 0 && values === undefined;
}

/**
 * A stand-in for `value` that notes in `position`, and below it, what is asked of it. A position is only learnt where
 * the value has a map or a list.
 */
export function recording(value: unknown, position: Position): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? recordingList(value, position) : recordingMap(value, position);
}

/** What a list holds whose items nobody asked for. */
const ANYTHING = openPosition();

function recordingList(list: readonly unknown[], position: Position): unknown {
  position.items ??= ANYTHING;
  return new Proxy(list, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol' || key === 'length') return value;
      if (position.items === ANYTHING) position.items = unseenPosition();
      return recording(value, position.items ?? ANYTHING);
    },
  });
}

/** A key no object has: who reads it, because it is listed, reads whatever is listed. */
const PROBE = '\u0000probe';
const LISTED = { value: undefined, enumerable: true, configurable: true };

function recordingMap(map: object, position: Position): unknown {
  position.fields ??= new Map();
  const { fields } = position;
  return new Proxy(map, {
    ownKeys: (target) => [PROBE, ...Reflect.ownKeys(target)],
    getOwnPropertyDescriptor: (target, key) =>
      key === PROBE ? LISTED : Reflect.getOwnPropertyDescriptor(target, key),
    get: (target, key) => {
      const value: unknown = Object.hasOwn(target, key) ? Reflect.get(target, key) : undefined;
      if (key === PROBE) position.values ??= unseenPosition();
      if (typeof key === 'symbol' || key === PROBE) return value;
      return recording(value, position.values ?? fieldOf(fields, key));
    },
  });
}

function fieldOf(fields: Map<string, Position>, key: string): Position {
  const known = fields.get(key) ?? unseenPosition();
  fields.set(key, known);
  return known;
}

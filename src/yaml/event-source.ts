import {
  type AliasEvent,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml/browser';

/** An event of something that can have a tag and an anchor. */
export type TaggableEvent = ScalarEvent | SequenceEvent | MappingEvent;

/**
 * Where a node begins, its tag or anchor included; `before` for one that is not written at all, as after
 * `key:`.
 */
export function startOf(event: TaggableEvent | AliasEvent, before: number): number {
  if ('tagStart' in event && event.tagStart !== NOWHERE) return event.tagStart;
  if (event.anchorStart !== NOWHERE) return event.anchorStart - 1;
  if ('start' in event) return event.start;
  return 'valueStart' in event && event.valueStart !== NOWHERE ? scalarStart(event) : before;
}

/** The tag of a node as it is written, empty when it has none. */
export function tagOf(text: string, event: TaggableEvent): string {
  return event.tagStart === NOWHERE ? '' : text.slice(event.tagStart, event.tagEnd);
}

/** The name of a node's anchor, empty when it has none. */
export function anchorOf(text: string, event: TaggableEvent): string {
  return event.anchorStart === NOWHERE ? '' : text.slice(event.anchorStart, event.anchorEnd);
}

/** Whether nothing stands where a scalar could: no text, no tag, no anchor. */
export function isUnwritten(event: ScalarEvent): boolean {
  return event.valueStart === NOWHERE && event.tagStart === NOWHERE && event.anchorStart === NOWHERE;
}

/** The offset of what is not written. */
export const NOWHERE = -1;

function scalarStart(event: ScalarEvent): number {
  const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return isQuoted ? event.valueStart - 1 : event.valueStart;
}

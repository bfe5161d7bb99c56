import { hintedText } from './field.ts';

/** A Slack channel. */
export const channel = hintedText(
  'the name of a Slack channel, without #',
  /^[a-z0-9][a-z0-9_-]{0,79}$/,
  (value) => value.replace(/^#/, '').toLowerCase(),
);

/** A mail address. */
export const address = hintedText(
  'a mail address',
  /^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/,
  (value) => /<([^<>]*)>$/.exec(value)?.[1],
);

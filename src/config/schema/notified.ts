import { text } from './field.ts';

/** A Slack channel. */
export const channel = text('the name of a Slack channel, without #', /^[a-z0-9][a-z0-9_-]{0,79}$/);

/** A mail address. */
export const address = text('a mail address', /^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/);

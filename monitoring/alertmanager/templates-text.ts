import { MAIL_HTML, PLAIN_TEXT, SLACK_COLOR, SLACK_TEXT, TITLE } from './templates.ts';

/** Names under which the configuration finds them. */
const TEMPLATES = {
  title: TITLE,
  'slack.color': SLACK_COLOR,
  'slack.text': SLACK_TEXT,
  'plain.text': PLAIN_TEXT,
  'mail.html': MAIL_HTML,
} as const;

/** A file with all templates of messages, for Alertmanager to load. */
export function templatesText(): string {
  const definitions = Object.entries(TEMPLATES).map(
    ([name, text]) => `{{ define "charthouse.${name}" }}${text}{{ end }}\n`,
  );
  return definitions.join('');
}

/** What a field says to be filled in by a template of that file. */
export function filledBy(name: keyof typeof TEMPLATES): string {
  return `{{ template "charthouse.${name}" . }}`;
}

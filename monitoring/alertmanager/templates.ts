/** What a message says, as Go templates over the alerts of a group: https://prometheus.io/docs/alerting/latest/notifications/ */
export const TITLE = [
  '[{{ if eq .Status "firing" }}{{ or .CommonLabels.severity "alert" }}{{ else }}resolved{{ end }}]',
  ' {{ .CommonLabels.platform }} {{ .CommonLabels.environment }}: {{ .GroupLabels.alertname }}',
  '{{ with .GroupLabels.service }}, service {{ . }}{{ end }}',
  '{{ with .GroupLabels.resource }}, resource {{ . }}{{ end }}',
  '{{ if gt (len .Alerts) 1 }} ({{ len .Alerts }}){{ end }}',
].join('');

/** Most alerts that one message describes; Slack cuts longer ones off. */
const MOST = 10;

const REST = `{{ if gt (len .Alerts) ${MOST} }}{{ len .Alerts }} in all; the dashboard has the others.{{ end }}`;

/** Each of the first alerts, with `body` over the alert. */
function eachAlert(body: string): string {
  return `{{ range $index, $alert := .Alerts }}{{ if lt $index ${MOST} }}{{ with $alert }}${body}{{ end }}{{ end }}{{ end }}`;
}

const RESOLVED = '{{ if eq .Status "resolved" }}Resolved: {{ end }}';

/** Slack takes `&`, `<` and `>` for its own: https://docs.slack.dev/messaging/formatting-message-text#escaping */
function slackText(value: string): string {
  const escaped = `${value} | reReplaceAll "&" "&amp;" | reReplaceAll "<" "&lt;" | reReplaceAll ">" "&gt;"`;
  return `{{ ${escaped} }}`;
}

/** Body of a message in Slack. */
export const SLACK_TEXT = `${eachAlert(
  [
    `*${RESOLVED}${slackText('.Annotations.summary')}*`,
    slackText('.Annotations.description'),
    '{{ with .Annotations.runbook_url }}<{{ . }}|Runbook>{{ end }}{{ with .Annotations.dashboard_url }} · <{{ . }}|Dashboard>{{ end }}',
    '',
    '',
  ].join('\n'),
)}${REST}`;

/** Colour of the bar beside a message in Slack. */
export const SLACK_COLOR =
  '{{ if eq .Status "resolved" }}good{{ else if eq .CommonLabels.severity "critical" }}danger{{ else }}warning{{ end }}';

/** The same in plain text: for mails, and as details of an incident. */
export const PLAIN_TEXT = `${eachAlert(
  [
    `${RESOLVED}{{ .Annotations.summary }}`,
    '{{ .Annotations.description }}',
    '{{ with .Annotations.runbook_url }}Runbook: {{ . }}{{ end }}',
    '{{ with .Annotations.dashboard_url }}Dashboard: {{ . }}{{ end }}',
    '{{ range .Labels.SortedPairs }}{{ .Name }}={{ .Value }} {{ end }}',
    '',
    '',
  ].join('\n'),
)}${REST}`;

/** Body of a mail; Alertmanager escapes what it fills in. */
export const MAIL_HTML = [
  '<!doctype html><html><body style="font-family: sans-serif">',
  eachAlert(
    [
      `<h3>${RESOLVED}{{ .Annotations.summary }}</h3>`,
      '<p>{{ .Annotations.description }}</p>',
      '<p>{{ with .Annotations.runbook_url }}<a href="{{ . }}">Runbook</a>{{ end }} {{ with .Annotations.dashboard_url }}<a href="{{ . }}">Dashboard</a>{{ end }}</p>',
      '<p style="color: #666">{{ range .Labels.SortedPairs }}{{ .Name }}={{ .Value }} {{ end }}since {{ .StartsAt.UTC.Format "2006-01-02 15:04" }} UTC</p>',
    ].join('\n'),
  ),
  `<p>${REST}</p>`,
  '</body></html>',
].join('\n');

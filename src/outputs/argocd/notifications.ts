import { writeYaml } from '../../yaml/write.ts';
import { TRIGGERS } from './subscriptions.ts';

interface Template {
  readonly subject: string;
  readonly message: string;
  readonly colour: string;
}

const LINK = '{{.context.argocdUrl}}/applications/{{.app.metadata.namespace}}/{{.app.metadata.name}}';

const TEMPLATES: Readonly<Record<string, Template>> = {
  [TRIGGERS.deployed]: {
    subject: '{{.app.metadata.name}} is synced',
    // A release in steps goes on from here by itself.
    message: `{{.app.metadata.name}} is synced with {{.app.status.sync.revision}}. ${LINK}`,
    colour: '#18be52',
  },
  [TRIGGERS.degraded]: {
    subject: '{{.app.metadata.name}} is degraded',
    message: `{{.app.metadata.name}} is degraded. ${LINK}`,
    colour: '#f4c030',
  },
  [TRIGGERS.failed]: {
    subject: 'Sync of {{.app.metadata.name}} failed',
    message: `The sync of {{.app.metadata.name}} failed: {{.app.status.operationState.message}} ${LINK}`,
    colour: '#e96d76',
  },
};

/** Expressions of github.com/expr-lang/expr over the Application, as in the catalog of Argo CD's notifications. */
const CONDITIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [TRIGGERS.deployed]: {
    when: "app.status?.operationState != nil and app.status.operationState.phase in ['Succeeded'] and app.status?.health?.status == 'Healthy'",
    // Once for each commit, not at every return to health.
    oncePer: 'app.status?.operationState?.syncResult?.revision',
  },
  [TRIGGERS.degraded]: { when: "app.status?.health?.status == 'Degraded'" },
  [TRIGGERS.failed]: {
    when: "app.status?.operationState != nil and app.status.operationState.phase in ['Error', 'Failed']",
  },
};

/**
 * Templates and triggers of the messages, as data of the ConfigMap argocd-notifications-cm. The services that send them,
 * with their tokens, are set up by whoever runs Argo CD.
 */
export function notificationSettings(): Readonly<Record<string, string>> {
  const templates = Object.entries(TEMPLATES).map(([name, template]) => [
    `template.${name}`,
    writeYaml(written(template)),
  ]);
  const triggers = Object.entries(CONDITIONS).map(([name, condition]) => [
    `trigger.${name}`,
    writeYaml([{ ...condition, send: [name] }]),
  ]);
  return Object.fromEntries([...templates, ...triggers]);
}

/** The message of a failed sync may hold quotes, which would break the JSON of an attachment: it stays outside. */
function written({ subject, message, colour }: Template) {
  const attachments = [{ color: colour, title: subject, title_link: LINK }];
  return { message, email: { subject }, slack: { attachments: JSON.stringify(attachments) } };
}

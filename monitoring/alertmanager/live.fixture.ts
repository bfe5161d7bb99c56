import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Environment } from '../../src/model/environment.ts';
import { eventually, freePort, listening, start } from '../../test/monitoring/program.ts';
import { alertmanagerOnPath } from '../../test/monitoring/programs-on-path.ts';
import { inFolder } from './amtool.fixture.ts';
import { SECRET_KEYS } from './integrations.ts';

const PROGRAM = alertmanagerOnPath();

/** Whether Alertmanager is on PATH. */
export const hasAlertmanager = PROGRAM !== undefined;

/** What somebody who is told has been told: the path it was sent to (`/slack`), and the text. */
export interface Message {
  readonly to: string;
  readonly body: string;
}

/** A running Alertmanager whose messages all arrive here. */
export interface RunningAlertmanager {
  readonly messages: readonly Message[];
  readonly send: (alerts: readonly Labels[]) => Promise<void>;
  /** What its API says of an alert: by what it is inhibited and muted. */
  readonly stateOf: (alertname: string) => Promise<AlertState | undefined>;
}

/** Labels of an alert. */
export type Labels = Readonly<Record<string, string>>;

/** As the API has it. */
export interface AlertState {
  readonly inhibitedBy: readonly string[];
  readonly mutedBy: readonly string[];
}

/** Runs Alertmanager as an environment configures it, with waits of a second and without mail, while `use` runs. */
export async function withAlertmanager(
  environment: Environment,
  use: (running: RunningAlertmanager) => Promise<void>,
): Promise<void> {
  const messages: Message[] = [];
  const receiver = receiverOf(messages);
  const told = `http://127.0.0.1:${await listening(receiver)}`;
  try {
    await inFolder(environment, async (folder, configFile) => {
      for (const key of Object.values(SECRET_KEYS)) {
        writeFileSync(join(folder, 'secrets', key), `${told}/${key.split('-')[0]}`);
      }
      const text = readFileSync(configFile, 'utf8').replace(/(group_(?:wait|interval)): .*/g, '$1: 1s');
      writeFileSync(configFile, `global:\n  pagerduty_url: ${told}/pagerduty\n${text}`);
      await run(folder, configFile, messages, use);
    });
  } finally {
    receiver.close();
  }
}

async function run(
  folder: string,
  configFile: string,
  messages: readonly Message[],
  use: (running: RunningAlertmanager) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = [
    `--config.file=${configFile}`,
    `--storage.path=${folder}/data`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--cluster.listen-address=',
  ];
  const program = start(PROGRAM ?? [], args);
  try {
    await eventually('an Alertmanager that is ready', () => isReady(url));
    await use({ messages, send: (alerts) => send(url, alerts), stateOf: (name) => stateOf(url, name) });
  } finally {
    await program.stop();
  }
}

async function send(url: string, alerts: readonly Labels[]): Promise<void> {
  const body = JSON.stringify(
    alerts.map((labels) => ({
      labels,
      annotations: { summary: `${labels['alertname']} fires`, description: labels['host'] ?? '' },
    })),
  );
  const headers = { 'content-type': 'application/json' };
  const { ok } = await fetch(`${url}/api/v2/alerts`, { method: 'POST', headers, body });
  if (!ok) throw new Error('Alertmanager does not take the alerts');
}

/** Only groups say by which hours an alert is muted. */
async function stateOf(url: string, alertname: string): Promise<AlertState | undefined> {
  const answer = await fetch(`${url}/api/v2/alerts/groups?filter=alertname=${alertname}`);
  const groups = (await answer.json()) as readonly {
    readonly alerts: readonly { readonly status: AlertState }[];
  }[];
  return groups[0]?.alerts[0]?.status;
}

async function isReady(url: string): Promise<true | undefined> {
  const answer = await fetch(`${url}/-/ready`).catch(() => undefined);
  return answer?.ok ? true : undefined;
}

function receiverOf(messages: Message[]): Server {
  return createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      messages.push({ to: request.url ?? '', body: Buffer.concat(chunks).toString() });
      response.writeHead(request.url === '/pagerduty' ? 202 : 200).end('ok');
    });
  });
}

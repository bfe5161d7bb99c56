import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../src/model/environment.ts';
import { alertmanagerArgs } from './alertmanager.ts';
import type { Ports } from './ports.ts';
import { freePort, listening, start } from './program.ts';
import type { Programs } from './programs-on-path.ts';
import { prometheusArgs, writeHistory } from './prometheus.ts';
import { HISTORY_SECONDS, samplesAt, type Traffic } from './requests.ts';

/** A message that Alertmanager sent somebody. */
export interface Message {
  readonly path: string;
  readonly body: string;
}

/** Prometheus and Alertmanager with what is rendered for an environment, and the world they are in. */
export interface Stack {
  readonly prometheus: string;
  readonly alertmanager: string;
  readonly messages: readonly Message[];
  readonly written: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts both, with services that have served for hours and somebody who takes messages. */
export async function startStack(
  commands: Programs,
  environment: Environment,
  traffic: readonly Traffic[],
): Promise<Stack> {
  const { observability } = environment;
  if (!observability) throw new Error('the environment is not watched');
  const folder = mkdtempSync(join(tmpdir(), 'charthouse-monitoring-'));
  const begin = Math.floor(Date.now() / 1000) - HISTORY_SECONDS;
  const messages: Message[] = [];
  const receiver = receiverOf(messages);
  const services = sidecarsOf(traffic, begin);
  const ports: Ports = {
    receiver: await listening(receiver),
    services: await listening(services),
    alertmanager: await freePort(),
    prometheus: await freePort(),
  };
  writeHistory(folder, traffic, begin, ports);
  const programs = [
    start(commands.alertmanager, alertmanagerArgs(folder, environment, observability, ports)),
    start(commands.prometheus, prometheusArgs(folder, environment, traffic, ports)),
  ];
  return {
    prometheus: `http://127.0.0.1:${ports.prometheus}`,
    alertmanager: `http://127.0.0.1:${ports.alertmanager}`,
    messages,
    written: () => programs.map(({ written }) => written()).join('\n'),
    stop: async () => {
      await Promise.all(programs.map(({ stop }) => stop()));
      for (const server of [receiver, services]) server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Takes every message there is. */
function receiverOf(messages: Message[]): Server {
  return createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      messages.push({ path: request.url ?? '', body });
      response.writeHead(request.url === '/pagerduty' ? 202 : 200).end('{"status":"success"}');
    });
  });
}

/** The sidecars of all services, each at a path of its own. */
function sidecarsOf(traffic: readonly Traffic[], begin: number): Server {
  return createServer((request, response) => {
    const asked = traffic.find(({ service }) => request.url === `/${service}/stats/prometheus`);
    const lines = asked ? samplesAt(asked, Date.now() / 1000, begin) : [];
    response.writeHead(asked ? 200 : 404, { 'content-type': 'text/plain; version=0.0.4' });
    response.end(`${lines.join('\n')}\n`);
  });
}

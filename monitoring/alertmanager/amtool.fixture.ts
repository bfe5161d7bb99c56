import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../src/model/environment.ts';
import { alertmanagerConfigText } from './config-text.ts';
import { templatesText } from './templates-text.ts';

/** Whether amtool is on PATH. */
export const hasAmtool = spawnSync('amtool', ['--version']).status === 0;

/** What a program said, and whether that was a yes. */
export interface Answer {
  readonly isFine: boolean;
  readonly text: string;
}

/** Asks amtool, which takes the words of a command. */
export function amtool(...args: readonly string[]): Answer {
  const { status, stdout, stderr } = spawnSync('amtool', args, { encoding: 'utf8' });
  return { isFine: status === 0, text: stdout + stderr };
}

/** The configuration and the templates of an environment as files in a folder of their own, while `use` runs. */
export async function inFolder<T>(
  environment: Environment,
  use: (folder: string, configFile: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'charthouse-alertmanager-'));
  try {
    const configFile = join(folder, 'alertmanager.yml');
    mkdirSync(join(folder, 'templates'));
    mkdirSync(join(folder, 'secrets'));
    writeFileSync(join(folder, 'templates', 'notifications.tmpl'), templatesText());
    writeFileSync(configFile, configOf(environment).replaceAll('/etc/alertmanager', folder));
    return await use(folder, configFile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of the configuration file of an environment that is observed. */
export function configOf(environment: Environment): string {
  if (!environment.observability) throw new Error('the environment is not observed');
  return alertmanagerConfigText(environment, environment.observability);
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, freePort } from '../../../test/monitoring/program.ts';
import type { Running } from '../running.ts';

/** Version of the Prometheus on PATH: `3.14.0`. */
export function prometheusVersion(): string {
  const said = execFileSync('prometheus', ['--version'], { encoding: 'utf8' });
  return /version (\S+)/.exec(said)?.[1] ?? 'of unknown version';
}

/** Runs a Prometheus that reads one target each second; gives back its port. */
export async function startPrometheus(running: Running, folder: string, target: number): Promise<number> {
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  const config = join(folder, 'prometheus.json');
  const scrape = {
    job_name: 'services',
    honor_labels: true,
    static_configs: [{ targets: [`127.0.0.1:${target}`] }],
  };
  writeFileSync(config, JSON.stringify({ global: { scrape_interval: '1s' }, scrape_configs: [scrape] }));
  running.start('prometheus', 'prometheus', [
    ...[`--config.file=${config}`, `--storage.tsdb.path=${join(folder, 'data')}`],
    `--web.listen-address=127.0.0.1:${port}`,
  ]);
  const answers = async () => ((await fetch(`http://127.0.0.1:${port}/-/ready`)).ok ? true : undefined);
  await Promise.race([eventually('Prometheus', answers), running.ended('prometheus')]);
  return port;
}

import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { eventually, freePort } from '../../../test/monitoring/program.ts';
import type { ControlPlane } from '../control-plane/start.ts';
import type { GoProgram } from '../go/build.ts';

/** A program whose exported metrics are kept, by the name of the file that keeps them. */
export interface Exporting {
  readonly file: string;
  readonly program: GoProgram;
  /** The Go module that is pinned. */
  readonly source: string;
  /** Runs it, lets it do what it counts, and gives back what it exports. */
  readonly exported: (path: string, plane: ControlPlane) => Promise<string>;
}

/** Programs that Go modules bring, in the versions that are rendered. */
export const PROGRAMS: readonly Exporting[] = [
  {
    file: 'blackbox-exporter',
    program: inExporters('blackbox-exporter', 'github.com/prometheus/blackbox_exporter'),
    source: 'github.com/prometheus/blackbox_exporter',
    exported: probeOverTls,
  },
  {
    file: 'node-exporter',
    program: inExporters('node-exporter', 'github.com/prometheus/node_exporter'),
    source: 'github.com/prometheus/node_exporter',
    exported: (path, plane) =>
      ofPort(plane, 'node-exporter', path, (port) => [`--web.listen-address=127.0.0.1:${port}`]),
  },
];

function inExporters(name: string, path: string): GoProgram {
  return { name, module: `exporters/${name}`, package: path };
}

async function ofPort(
  { running }: ControlPlane,
  name: string,
  path: string,
  args: (port: number) => readonly string[],
): Promise<string> {
  const port = await freePort();
  running.start(name, path, args(port));
  return textAt(name, `http://127.0.0.1:${port}/metrics`);
}

function textAt(what: string, url: string): Promise<string> {
  return eventually(what, async () => {
    const text = await (await fetch(url)).text();
    return text.includes('# TYPE') ? text : undefined;
  });
}

/** One probe of a server with a certificate, as public hosts have. */
async function probeOverTls(path: string, { running, folder, certificate }: ControlPlane): Promise<string> {
  const server = createServer(certificate, (_, response) => response.end('fine'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = join(folder, 'blackbox.json');
  const http = { tls_config: { insecure_skip_verify: true } };
  writeFileSync(config, JSON.stringify({ modules: { public: { prober: 'http', http } } }));
  const port = await freePort();
  running.start('blackbox-exporter', path, [
    `--config.file=${config}`,
    `--web.listen-address=127.0.0.1:${port}`,
  ]);
  try {
    return await textAt('a probe', `http://127.0.0.1:${port}/probe?module=public&target=${target}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

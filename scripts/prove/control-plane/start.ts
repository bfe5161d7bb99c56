import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freePort } from '../../../test/monitoring/program.ts';
import { type Running, startRunning } from '../running.ts';
import { type Api, api } from './api.ts';
import { apiCall } from './client.ts';
import { controlPlanePrograms } from './programs.ts';

/** A control plane that runs on loopback. */
export interface ControlPlane {
  readonly api: Api;
  /** Where further programs are started beside it. */
  readonly running: Running;
  /** For their files; it is gone when the control plane is. */
  readonly folder: string;
  readonly kubeconfig: string;
  /** The server's certificate and key, for webhooks on loopback. */
  readonly certificate: { readonly cert: string; readonly key: string };
}

const TOKEN = 'administrator';

/** Runs etcd, the API server, its controllers and the scheduler while `use` runs; nothing is left of them then. */
export async function withControlPlane<T>(use: (plane: ControlPlane) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'charthouse-control-plane-'));
  const running = startRunning(folder);
  try {
    return await use(await start(folder, running));
  } finally {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(folder: string, running: Running): Promise<ControlPlane> {
  const programs = await controlPlanePrograms();
  const [etcd, peer, port, manager, scheduler] = await Promise.all([1, 2, 3, 4, 5].map(freePort));
  const client = `http://127.0.0.1:${etcd}`;
  const peers = `http://127.0.0.1:${peer}`;
  running.start('etcd', programs.etcd, [
    ...['--data-dir', join(folder, 'etcd'), '--unsafe-no-fsync', '--log-level', 'error'],
    ...['--listen-client-urls', client, '--advertise-client-urls', client, '--listen-peer-urls', peers],
    ...['--initial-advertise-peer-urls', peers, '--initial-cluster', `default=${peers}`],
  ]);
  const keys = accountKeys(folder);
  const certificates = join(folder, 'certificates');
  mkdirSync(certificates);
  running.start('api-server', programs.apiServer, apiServerArguments(folder, client, port, keys));
  const authority = join(certificates, 'apiserver.crt');
  const call = await eventually('the certificate of the API server', async () =>
    apiCall({ port: port ?? 0, token: TOKEN, authority: readFileSync(authority, 'utf8') }),
  );
  const answers = async () => ((await call('GET', '/readyz')).status === 200 ? true : undefined);
  await Promise.race([eventually('the API server', answers), running.ended('api-server')]);
  const kubeconfig = writtenKubeconfig(folder, port, authority);
  startControllers(running, programs, { folder, kubeconfig, keys, authority, ports: [manager, scheduler] });
  const certificate = {
    cert: readFileSync(authority, 'utf8'),
    key: readFileSync(join(certificates, 'apiserver.key'), 'utf8'),
  };
  return { api: api(call), running, folder, kubeconfig, certificate };
}

interface Keys {
  readonly signing: string;
  readonly verifying: string;
}

function accountKeys(folder: string): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [signing, verifying] = [join(folder, 'accounts.key'), join(folder, 'accounts.pub')];
  writeFileSync(signing, privateKey.export({ type: 'pkcs1', format: 'pem' }));
  writeFileSync(verifying, publicKey.export({ type: 'spki', format: 'pem' }));
  return { signing, verifying };
}

/** Admission is what a managed cluster has. */
function apiServerArguments(folder: string, etcd: string, port: number | undefined, keys: Keys): string[] {
  const tokens = join(folder, 'tokens.csv');
  writeFileSync(tokens, `${TOKEN},administrator,administrator,"system:masters"\n`);
  return [
    ...['--etcd-servers', etcd, '--secure-port', String(port), '--bind-address', '127.0.0.1'],
    ...['--advertise-address', '127.0.0.1', '--endpoint-reconciler-type', 'none'],
    ...['--cert-dir', join(folder, 'certificates'), '--token-auth-file', tokens, '--anonymous-auth=false'],
    ...['--service-account-issuer', 'https://kubernetes.default.svc'],
    ...['--service-account-key-file', keys.verifying, '--service-account-signing-key-file', keys.signing],
    ...['--service-cluster-ip-range', '10.96.0.0/12', '--authorization-mode', 'Node,RBAC'],
    '--enable-admission-plugins=NodeRestriction,PodSecurity,ResourceQuota,LimitRanger,Priority,DefaultStorageClass',
    '--allow-privileged',
  ];
}

function writtenKubeconfig(folder: string, port: number | undefined, authority: string): string {
  const path = join(folder, 'kubeconfig');
  const cluster = { server: `https://127.0.0.1:${port}`, 'certificate-authority': authority };
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'proof', cluster }],
    users: [{ name: 'administrator', user: { token: TOKEN } }],
    contexts: [{ name: 'proof', context: { cluster: 'proof', user: 'administrator' } }],
    'current-context': 'proof',
  };
  writeFileSync(path, JSON.stringify(config));
  return path;
}

interface Control {
  readonly folder: string;
  readonly kubeconfig: string;
  readonly keys: Keys;
  readonly authority: string;
  readonly ports: readonly (number | undefined)[];
}

function startControllers(
  running: Running,
  programs: { readonly controllerManager: string; readonly scheduler: string },
  { folder, kubeconfig, keys, authority, ports: [manager, scheduler] }: Control,
): void {
  const common = (port: number | undefined) => [
    ...['--kubeconfig', kubeconfig, '--authentication-kubeconfig', kubeconfig],
    ...[
      '--authorization-kubeconfig',
      kubeconfig,
      '--secure-port',
      String(port),
      '--bind-address',
      '127.0.0.1',
    ],
    ...['--cert-dir', join(folder, `certificates-${port}`), '--leader-elect=false'],
    ...['--kube-api-qps', '300', '--kube-api-burst', '500'],
  ];
  running.start('controller-manager', programs.controllerManager, [
    ...common(manager),
    ...['--service-account-private-key-file', keys.signing, '--root-ca-file', authority],
    ...['--use-service-account-credentials', '--horizontal-pod-autoscaler-sync-period', '5s'],
    ...['--node-monitor-grace-period', '3600s'],
  ]);
  running.start('scheduler', programs.scheduler, common(scheduler));
}

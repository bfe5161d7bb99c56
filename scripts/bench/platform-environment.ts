import { isWorker, serviceName, teamCount } from './platform-service.ts';

/** The file of one environment of a generated platform: facts of the cluster, versions, sizes, where the data is. */
export function environmentFile(name: string, count: number): string {
  const indices = Array.from({ length: count }, (_, index) => index);
  const teams = Array.from({ length: teamCount(count) }, (_, team) => team);
  const images = indices.map((index) => `  ${serviceName(index)}: {tag: ${commit(name, index)}}\n`);
  const sizes = indices.map((index) => sizeText(name, index));
  const hosts = teams.map(
    (team) => `  database-${team}: {external: {host: shop-${team}.${name}.rds.example}}
  cache-${team}: {external: {host: shop-${team}.${name}.cache.example}}
`,
  );
  return `${factsOf(name)}images:\n${images.join('')}services:\n${sizes.join('')}resources:\n${hosts.join('')}`;
}

/** What an environment's rendered text is full of; the inputs of the other tools hold each of them once. */
export function environmentFacts(name: string): Readonly<Record<'account' | 'domain' | 'name', string>> {
  return { account: ACCOUNTS[name] ?? '', domain: `${name}.shop.example`, name };
}

/** Seven digits as of a commit, other ones in every environment. */
function commit(environment: string, index: number): string {
  const digits = Math.imul(index + 1, 2654435761) ^ Math.imul(environment.length, 40503);
  return `a${(digits >>> 0).toString(16).padStart(8, '0').slice(0, 6)}`;
}

function sizeText(environment: string, index: number): string {
  const name = `  ${serviceName(index)}:\n`;
  if (environment === 'dev') {
    return `${name}    resources: {requests: {cpu: 50m}}
    scaling: {min: 1, max: 2}
    env: {LOG_LEVEL: debug}
`;
  }
  if (environment === 'production') {
    return `${name}    scaling: {min: 3, max: ${isWorker(index) ? 10 : 12}}
    resources: {requests: {memory: 512Mi}, limits: {memory: 1Gi}}
`;
  }
  return `${name}    scaling: {max: ${3 + (index % 3)}}\n`;
}

const ACCOUNTS: Readonly<Record<string, string>> = {
  dev: '111111111111',
  production: '333333333333',
  staging: '222222222222',
};

function factsOf(name: string): string {
  const { account, domain } = environmentFacts(name);
  return `environment: ${name}
cluster:
  name: shop-${name}
  cloud: aws
  region: eu-central-1
  account: "${account}"
  zones: [a, b, c]
  kubernetes: "1.33"
domain: ${domain}
network:
  data: [10.10.32.0/20]
  endpoints: [10.10.0.0/20]
mesh:
  istio:
    tracing: {provider: otel, samplingPercent: 5}
ingress:
  albToMesh:
    scheme: internet-facing
    certificateArn: arn:aws:acm:eu-central-1:${account}:certificate/6b8f0a52-1f5e-4c53-9f0e-3a6f0f3c1d01
    gatewayCertificate: shop/${name}/gateway-tls
`;
}

import { environmentFile } from './platform-environment.ts';
import { serviceText, teamCount } from './platform-service.ts';

/** Environments of a generated platform, in the order they are rendered. */
export const ENVIRONMENTS: readonly string[] = ['dev', 'production', 'staging'];

/**
 * The input of a platform with `count` services, by file name. The same count gives the same text.
 * Every fifth service is a worker; the others serve requests and call two or three more.
 */
export function platformFiles(count: number): ReadonlyMap<string, string> {
  const files = new Map([['platform.yaml', platformFile(count)]]);
  for (const name of ENVIRONMENTS) files.set(`${name}.yaml`, environmentFile(name, count));
  return files;
}

function platformFile(count: number): string {
  const services = Array.from({ length: count }, (_, index) => serviceText(index, count));
  const teams = Array.from({ length: teamCount(count) }, (_, team) => resourcesText(team));
  return `${HEAD}services:\n${services.join('')}resources:\n${teams.join('')}${EXTERNALS}`;
}

function resourcesText(team: number): string {
  const name = `shop-\${environment}-${team}`;
  return `  database-${team}: {type: postgres, database: team_${team}}
  cache-${team}: {type: redis}
  events-${team}:
    type: topic
    external: {arn: "arn:aws:sns:\${cluster.region}:\${cluster.account}:${name}-events"}
  jobs-${team}:
    type: queue
    external: {url: "https://sqs.\${cluster.region}.amazonaws.com/\${cluster.account}/${name}-jobs"}
`;
}

const HEAD = `platform: shop
owner: shop-team
tags:
  CostCenter: engineering
  Environment: \${environment}
  Project: shop
namespaces:
  services: shop
  monitoring: shop-monitoring
  externalSecrets: external-secrets-system
registry: \${cluster.account}.dkr.ecr.\${cluster.region}.amazonaws.com/shop
jwt:
  issuer: https://login.\${domain}/
  jwksUri: https://login.\${domain}/.well-known/jwks.json
  audiences: [shop-api]
secrets:
  store: aws-secrets-manager
  roleArn: arn:aws:iam::\${cluster.account}:role/shop-\${environment}-external-secrets
access:
  deployer: [shop-deployers]
  viewer: [shop-developers]
providers: {default: external}
`;

const EXTERNALS = `externals:
  payments: {host: api.payments.example}
`;

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BASE = 'src/config/cases/base';

const DELIVERY = `delivery: {repository: "https://github.com/shop/platform.git", automated: true}
toolbox: docker.io/alpine/k8s:1.33.1
access: {deployer: [shop-deployers], viewer: [shop-developers]}
`;

const PREVIEWS = `previews:
  services: [api]
  pullRequests: {owner: shop, repo: shop, tokenSecret: github-token}
  instances: {alice: {}, bob: {tag: "1234567"}}
  certificateArn: arn:aws:acm:us-east-1:123456789012:certificate/5e6f7a8b
`;

/** Writes the shop into a folder of platforms, with a second environment `dev`, which has previews. */
export function writePreviewedShop(environments: string): void {
  const folder = join(environments, 'shop');
  mkdirSync(folder, { recursive: true });
  cpSync(join(BASE, 'production.yaml'), join(folder, 'production.yaml'));
  const platform = readFileSync(join(BASE, 'platform.yaml'), 'utf8');
  writeFileSync(join(folder, 'platform.yaml'), platform + DELIVERY);
  const dev = readFileSync(join(BASE, 'production.yaml'), 'utf8')
    .replace('environment: production', 'environment: dev')
    .replace('name: shop-production', 'name: shop-dev')
    .replace('domain: shop.example', 'domain: dev.shop.example');
  writeFileSync(join(folder, 'dev.yaml'), dev + PREVIEWS);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvironments } from '../src/config/load.ts';
import type { Environment } from '../src/model/environment.ts';
import type { InputFile } from '../src/model/input-file.ts';
import { CASES_FOLDER, inputOf } from './input-cases.ts';
import { CONTEXT } from './shop-input.ts';

/** The files of the shop in src/config/cases/base, with files below its folder: `manifests/queues.yaml`. */
export function withFiles(texts: Readonly<Record<string, string>>): readonly InputFile[] {
  const files = Object.entries(texts).map(([name, text]) => ({
    path: `environments/shop/${name}`,
    folder: 'shop',
    name,
    bytes: new TextEncoder().encode(text),
  }));
  const names = new Set(files.map(({ name }) => name));
  return [...inputOf('base').filter(({ name }) => !names.has(name)), ...files];
}

/** The environment `production` of the shop with files of objects of the user's own. */
export function shopWith(texts: Readonly<Record<string, string>>): Environment {
  const [environment] = loadEnvironments(withFiles(texts), CONTEXT);
  return environment as Environment;
}

/** Two environments of the shop with objects of their own, of which one differs and one is in staging only, and patches. */
export function patchedShops(): readonly Environment[] {
  const production = readFileSync(join(CASES_FOLDER, 'base/production.yaml'), 'utf8');
  const staging = production
    .replace('environment: production', 'environment: staging')
    .replace('name: shop-production', 'name: shop-staging')
    .replace('domain: shop.example', 'domain: staging.shop.example');
  const texts = {
    'production.yaml': `${production}patches: {host: ${patchOf('front')}}\n`,
    'staging.yaml': `${staging}patches: {host: ${patchOf('back')}}\n`,
    'manifests/mail.yaml': MAIL,
    'manifests/staging/mail.yaml': MAIL.replaceAll('name: mail', 'name: test-mail'),
  };
  return loadEnvironments(withFiles(texts), CONTEXT);
}

const MAIL = `apiVersion: v1
kind: ConfigMap
metadata: {name: mail, namespace: shop}
data:
  hello.txt: |
    {{- range .Names }}Hello {{ . }}{{ end }} from \${domain}, $\${HOME}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: mail, namespace: shop, annotations: {note: "{{ not a template }} of \${environment}"}}
spec:
  selector: {matchLabels: {app: mail}}
  template:
    metadata: {labels: {app: mail}}
    spec:
      containers:
        - {name: sender, image: "registry.example/shop/mail:1.0.0", args: ["--host=\${domain}"]}
        - {name: spool, image: "registry.example/shop/spool:1.0.0"}
      volumes: [{name: templates, configMap: {name: mail}}]
---
apiVersion: example.com/v1
kind: Mailbox
metadata: {name: mail, namespace: shop}
spec: {routes: [{to: "*@\${domain}", via: smtp}, {to: "*", via: drop}]}
`;

/** Another host name, a container beside the service's, and its own with a folder to work in. */
function patchOf(hostname: string): string {
  const containers = [
    { name: 'api', workingDir: `/${hostname}` },
    { name: 'log', image: `registry.example/shop/log:1.0.0-${hostname}` },
  ];
  return JSON.stringify({
    target: { kind: 'Deployment', name: 'api' },
    patch: { spec: { template: { spec: { hostname, containers } } } },
    reason: 'The image of the api looks its own host name up when it starts',
  });
}

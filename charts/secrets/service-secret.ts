import type { Construct } from 'constructs';
import type { ExternalSecretData } from '../../imports/external-secrets.ts';
import { resourcesOf } from '../../src/model/dependency.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { SecretKey, Service } from '../../src/model/service.ts';
import { unverifiedAnnotation } from '../authorities.ts';
import { environmentLabels, type Labels, serviceLabels } from '../labels.ts';
import { addSecret, remoteValue, type SecretTemplate, secretMetadata } from './add-secret.ts';

/** The one Secret of a service, named as the service, with exactly the keys its variables and files take. */
export function serviceSecret(scope: Construct, service: Service, environment: Environment): void {
  const { name, secretKeys } = service;
  if (secretKeys.length === 0) return;
  const labels = serviceLabels(service);
  const metadata = {
    name,
    namespace: environment.namespaces.services,
    labels,
    annotations: unverifiedAnnotation(resourcesOf(service.dependencies)),
  };
  const template = secretKeys.some((key) => key.from === 'template')
    ? templateOf(secretKeys, { ...environmentLabels(environment), ...labels })
    : undefined;
  addSecret(scope, metadata, { data: remoteValues(service), template }, environment);
}

/** Every value to read, once, sorted. Inputs of different templates that have one name are one value. */
function remoteValues({ name, secretKeys }: Service): readonly ExternalSecretData[] {
  const values = new Map<string, ExternalSecretData>();
  for (const value of secretKeys.flatMap(valuesOf)) {
    const known = values.get(value.secretKey);
    if (known && !isSameRemote(known, value)) {
      throw new Error(`${name}: \`${value.secretKey}\` stands for two remote values`);
    }
    values.set(value.secretKey, value);
  }
  return [...values.values()].sort((a, b) => (a.secretKey < b.secretKey ? -1 : 1));
}

function valuesOf(key: SecretKey): readonly ExternalSecretData[] {
  if (key.from === 'property') return [remoteValue(key.key, key.remoteKey, key.property)];
  return key.inputs.map(({ name, remoteKey, property }) => remoteValue(name, remoteKey, property));
}

function isSameRemote({ remoteRef: a }: ExternalSecretData, { remoteRef: b }: ExternalSecretData): boolean {
  return a?.key === b?.key && a?.property === b?.property;
}

/** Names every key, those that are read as they are included: what a template does not name is dropped. */
function templateOf(keys: readonly SecretKey[], labels: Labels): SecretTemplate {
  const data: Record<string, string> = {};
  for (const key of keys) data[key.key] = key.from === 'template' ? key.template : passedOn(key.key);
  return { engineVersion: 'v2', mergePolicy: 'Replace', metadata: secretMetadata(labels), data };
}

/** In a Go template `.a.b` is a field of a field, so a key with dots has to be looked up. */
function passedOn(key: string): string {
  return `{{ index . ${JSON.stringify(key)} }}`;
}

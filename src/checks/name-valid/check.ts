import type { ManifestObject } from '../../model/manifest.ts';
import type { Check, Tell } from '../check.ts';
import type { PodContainer, Workload } from '../inventory/workload.ts';
import { DATA_KEY, DNS_LABEL, follows, type NameRule, PORT_NAME } from './name-rule.ts';
import { nameRuleOf } from './object-names.ts';

export const nameValid: Check = {
  name: 'name-valid',
  topic: 'schema',
  severity: 'error',
  summary: 'Names of objects, containers, volumes, ports and keys of data are names the API takes.',
  why: 'An API server refuses other names. Schemas do not say which they are, so the first to notice is the deployment; of a name that is merely too long often only the controller, which then makes no pods.',
  fix: 'Shorten or respell the name in the input: names of services and ports become names of objects and ports.',
  sources: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
    'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#writing-a-cronjob-spec',
    'https://github.com/kubernetes/kubernetes/issues/64023',
  ],
  examine: ({ ofKind, objects, workloads }, tell) => {
    for (const object of objects) examineNames(object, tell);
    for (const object of [...ofKind('ConfigMap', ''), ...ofKind('Secret', '')]) examineKeys(object, tell);
    for (const workload of workloads) examinePod(workload, tell);
  },
};

function examineNames(object: ManifestObject, tell: Tell): void {
  const { name, namespace } = object.metadata;
  hold(object, 'metadata.name', nameRuleOf(object), name, tell);
  if (namespace !== undefined) hold(object, 'metadata.namespace', DNS_LABEL, namespace, tell);
}

function examineKeys(object: ManifestObject, tell: Tell): void {
  for (const field of ['data', 'binaryData', 'stringData']) {
    for (const key in object[field] as object | undefined) {
      hold(object, `${field}.${key}`, DATA_KEY, key, tell);
    }
  }
}

function examinePod({ object, pod, podField, containers }: Workload, tell: Tell): void {
  for (const container of containers) examineContainer(object, container, tell);
  for (const { name } of pod.volumes ?? []) {
    hold(object, `${podField}.volumes[${name}].name`, DNS_LABEL, name, tell);
  }
}

function examineContainer(object: ManifestObject, { container, field }: PodContainer, tell: Tell): void {
  hold(object, `${field}.name`, DNS_LABEL, container.name, tell);
  for (const { name } of container.ports ?? []) {
    if (name !== undefined) hold(object, `${field}.ports[${name}].name`, PORT_NAME, name, tell);
  }
}

function hold(object: ManifestObject, field: string, rule: NameRule, name: string, tell: Tell): void {
  if (!follows(rule, name)) tell(object, field, `expected ${rule.says}; found ${name}`);
}

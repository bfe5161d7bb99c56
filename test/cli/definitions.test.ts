import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { useWorkspace } from './workspace.ts';

const { charthouse, edit, path } = useWorkspace();

describe('definitions of custom resources', () => {
  const CRD = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: secretstores.external-secrets.io}
spec:
  group: external-secrets.io
  names: {kind: SecretStore, plural: secretstores}
  scope: Namespaced
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        required: [spec]
        properties:
          spec: {type: object, required: [owner], x-kubernetes-preserve-unknown-fields: true}
`;
  const write = (name: string, text: string) => {
    mkdirSync(path(`${name}/..`), { recursive: true });
    writeFileSync(path(name), text);
  };

  test.each([
    ['a file', ['--crds', 'crds/store.yaml']],
    ['a folder', ['--crds', 'crds']],
  ])('are read from %s, and objects are held to them', (_, options) => {
    write('crds/store.yaml', CRD);
    const run = charthouse(['check', 'mindflow', 'dev', ...options]);
    expect(run.stdout).toContain('SecretStore mindflow/');
    expect(run.stdout).toContain('owner');
    expect(run.status).toBe(1);
  });

  test('are named by the input', () => {
    write('environments/mindflow/crds/store.yaml', CRD);
    edit('dev.yaml', 'kubernetes: "1.33"', 'kubernetes: "1.33"\n  crds: [crds]');
    expect(charthouse(['check', 'mindflow', 'dev']).status).toBe(1);
    expect(charthouse(['check', 'mindflow', 'production']).status).toBe(0);
    expect(charthouse(['synth']).status).toBe(1);
  });

  test.each([
    ['nowhere.yaml', undefined, 'the definitions cannot be read: nowhere.yaml: no such file or folder'],
    ['broken.yaml', 'a: [', 'broken.yaml is not YAML'],
    ['pod.yaml', 'apiVersion: v1\nkind: Pod\n', 'pod.yaml: document 1: '],
    ['empty/none.txt', '', 'empty holds no YAML file'],
  ])('that cannot be used exit 2: %s', (name, text, message) => {
    if (text !== undefined) write(name, text);
    const run = charthouse(['check', '--crds', name.replace('/none.txt', '')]);
    expect(run.stderr).toContain(message);
    expect(run.status).toBe(2);
  });
});

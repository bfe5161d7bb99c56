import type { EnvVar } from '../../imports/kubernetes.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { Service } from '../../src/model/service.ts';
import { resourceVariables } from './tracing.ts';
import { verbatim } from './verbatim.ts';

/**
 * The variables a container has by itself: what its spans say of it, what comes from the service's Secret, and literal
 * configuration without a ConfigMap.
 */
export function environmentOf(service: Service, environment: Environment): readonly EnvVar[] {
  return [
    ...(service.release ? literals(service) : []),
    ...resourceVariables(service, environment),
    ...secrets(service),
  ];
}

function secrets({ name, secretVariables }: Service): readonly EnvVar[] {
  return secretVariables.map(({ variable, key }) => ({
    name: variable,
    valueFrom: { secretKeyRef: { name, key } },
  }));
}

function literals({ config }: Service): readonly EnvVar[] {
  return Object.entries(config).map(([name, value]) => ({ name, value: verbatim(value) }));
}

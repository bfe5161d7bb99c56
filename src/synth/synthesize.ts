import { App, Chart } from 'cdk8s';
import { concerns } from '../../charts/index.ts';
import { environmentLabels } from '../../charts/labels.ts';
import type { Environment } from '../model/environment.ts';
import type { Manifest } from '../model/manifest.ts';
import { collectManifests } from './collect-manifests.ts';

/**
 * Renders an environment: every concern for the environment as a whole, then for each service.
 * The same environment gives the same manifests in the same order.
 */
export function synthesize(environment: Environment): readonly Manifest[] {
  const app = new App();
  const chart = (file: string) =>
    new Chart(app, file, { labels: environmentLabels(environment), disableResourceNameHashes: true });
  for (const concern of concerns) {
    if (concern.perEnvironment) concern.perEnvironment(chart(`_${concern.name}`), environment);
  }
  for (const service of environment.services) {
    const scope = chart(service.name);
    for (const concern of concerns) concern.perService?.(scope, service, environment);
  }
  return collectManifests(app);
}

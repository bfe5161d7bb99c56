// Plain cdk8s in its fastest shape: an App for each service, because `App.synth` walks and validates the whole App once
// per chart, and ApiObjects rather than typed constructs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ApiObject, App, Chart } from 'cdk8s';

const [folder, output, ...environments] = process.argv.slice(2);
const { objectsOf } = createRequire(import.meta.url)(`${folder}/objects.cjs`);
for (const name of environments) {
  const { environment, services } = JSON.parse(readFileSync(`${folder}/values/${name}.json`, 'utf8'));
  for (const service of services) {
    const app = new App({ outdir: `${output}/${name}` });
    const chart = new Chart(app, service.name, { disableResourceNameHashes: true });
    for (const [index, object] of objectsOf(environment, service).entries()) {
      new ApiObject(chart, String(index), object);
    }
    app.synth();
  }
}

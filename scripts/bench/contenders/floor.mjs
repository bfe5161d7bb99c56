// The least that any generator on Node has to do: build the objects, turn them into text, write the files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [folder, output, ...environments] = process.argv.slice(2);
const { objectsOf } = createRequire(import.meta.url)(`${folder}/objects.cjs`);
for (const name of environments) {
  const { environment, services } = JSON.parse(readFileSync(`${folder}/values/${name}.json`, 'utf8'));
  mkdirSync(`${output}/${name}`, { recursive: true });
  for (const service of services) {
    writeFileSync(`${output}/${name}/${service.name}.json`, JSON.stringify(objectsOf(environment, service)));
  }
}

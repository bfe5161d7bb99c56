import type { ManifestObject } from '../../model/manifest.ts';
import type { Check } from '../check.ts';
import { producedSecrets } from '../inventory/produced-secrets.ts';
import { specOf } from '../inventory/spec.ts';

export const secretProducedOnce: Check = {
  name: 'secret-produced-once',
  topic: 'references',
  severity: 'error',
  summary: 'No two objects produce the same Secret.',
  why: 'Each operator writes its own keys and removes those of the other, so pods find or miss a key depending on who wrote last.',
  fix: 'Give one a target of another name, or write all keys in one ExternalSecret.',
  sources: ['https://external-secrets.io/latest/guides/ownership-deletion-policy/'],
  examine: (inventory, tell) => {
    for (const [key, producers] of producedSecrets(inventory)) {
      const [first, ...others] = producers.filter(({ producer }) => !isShared(producer));
      for (const { producer } of others) {
        const found = `${first?.producer.kind} ${first?.producer.metadata.name}`;
        tell(producer, '', `expected the only producer of Secret ${key}, found also ${found}`);
      }
    }
  },
};

/** Such an ExternalSecret adds its keys to those of others. */
function isShared(producer: ManifestObject): boolean {
  const { target } = specOf<{ target: { creationPolicy?: string } }>(producer);
  return target?.creationPolicy === 'CreateOrMerge';
}

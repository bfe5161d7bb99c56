import type { Image } from '../../model/service.ts';
import { nearest } from '../../words/nearest.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { ServiceInput } from '../schema/service.ts';
import type { Scope } from './scope.ts';

/** Images of a service, by variant; the service's own is `stable`. Reports what has no version or no registry. */
export function imagesOf(name: string, service: ServiceInput, scope: Scope): ReadonlyMap<string, Image> {
  const images = new Map<string, Image>();
  const { images: written } = scope.document;
  const versions = Object.hasOwn(written, name) ? written[name] : undefined;
  const repository = repositoryOf(name, service, scope);
  if (!versions) {
    scope.report(['images', name], `missing: ${name} has no image version`, {
      fix: `write images: {${name}: {tag: ...}}`,
      at: 'key',
    });
    return images;
  }
  images.set('stable', { repository, tag: versions.tag, digest: versions.digest });
  const path = ['images', name, 'variants'];
  const variants = new Map(Object.entries(versions.variants ?? {}));
  for (const variant of Object.keys(service.variants ?? {})) {
    const version = variants.get(variant);
    if (version) images.set(variant, { repository, tag: version.tag, digest: version.digest });
    else reportMissingVersion([...path, variant], name, variant, scope);
  }
  reportStrayVariants(name, [...variants.keys()], service, scope);
  return images;
}

/** Reports images of services that do not exist. */
export function reportStrayImages(
  document: DocumentInput,
  names: ReadonlySet<string>,
  report: Scope['report'],
): void {
  for (const name of Object.keys(document.images)) {
    if (names.has(name)) continue;
    const guess = nearest(name, names);
    report(['images', name], `no service is named \`${name}\``, {
      fix: guess ? `write \`${guess}\`` : 'remove it',
      at: 'key',
    });
  }
}

function reportStrayVariants(
  name: string,
  versions: readonly string[],
  service: ServiceInput,
  { report }: Scope,
): void {
  const known = Object.keys(service.variants ?? {});
  for (const variant of versions) {
    if (known.includes(variant)) continue;
    const guess = nearest(variant, known);
    report(['images', name, 'variants', variant], `${name} has no variant \`${variant}\` here`, {
      fix: guess ? `write \`${guess}\`` : 'remove it',
      at: 'key',
    });
  }
}

function reportMissingVersion(path: string[], name: string, variant: string, { report }: Scope): void {
  report(path, `missing: variant ${variant} has no image version`, {
    fix: `write images: {${name}: {variants: {${variant}: {tag: ...}}}}, or remove the variant with null`,
    at: 'key',
  });
}

function repositoryOf(name: string, service: ServiceInput, { document, report }: Scope): string {
  if (service.repository !== undefined) return service.repository;
  if (document.registry === undefined) {
    report(['registry'], `missing: ${name} has no repository of its own`, {
      once: true,
      fix: 'write registry: 123456789012.dkr.ecr.us-east-1.amazonaws.com/team',
      at: 'key',
    });
  }
  return `${document.registry ?? ''}/${name}`;
}

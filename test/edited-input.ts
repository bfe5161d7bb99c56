import { foldersIn, readInput } from '../src/io/read-input.ts';
import type { InputFile } from '../src/model/input-file.ts';
import { readYaml } from '../src/yaml/read.ts';
import { laidOver, type Part } from './shop-input.ts';

/** The input of a third platform, which looks like neither of ours: no traces, a database, requests that are weighed. */
function thirdShop(): readonly InputFile[] {
  const [platform, production] = ['platform.yaml', 'production.yaml'].map((name) =>
    readInput('src/config/cases', 'base').find((file) => file.name === name),
  ) as [InputFile, InputFile];
  const canary = { weight: 10, scaling: { min: 1, max: 2, cpu: 70 } };
  const web = { scaling: { memory: 80 }, variants: { canary } };
  const images = { images: { api: { variants: { canary: { tag: '5be7d13' } } } } };
  const dev = {
    ...{ environment: 'dev', domain: 'dev.shop.example' },
    cluster: { name: 'shop-dev', account: '210987654321' },
    images: { api: { tag: 'e4418c9' } },
    services: { api: { scaling: { min: 1, max: 3 } } },
  };
  return [
    { ...platform, folder: 'shop', bytes: bytesOf(laidOver(partOf(platform), { services: { api: web } })) },
    { ...production, folder: 'shop', bytes: bytesOf(laidOver(partOf(production), images)) },
    {
      ...production,
      name: 'dev.yaml',
      folder: 'shop',
      bytes: bytesOf(laidOver(laidOver(partOf(production), images), dev)),
    },
  ].map((file) => ({ ...file, path: `environments/shop/${file.name}` }));
}

/** The files of every platform of this repository, and of the third one. */
export function everyInput(): ReadonlyMap<string, readonly InputFile[]> {
  const own = foldersIn('environments').map(
    (platform) => [platform, readInput('environments', platform)] as const,
  );
  return new Map([...own, ['shop', thirdShop()]]);
}

function partOf({ bytes }: InputFile): Part {
  return readYaml(new TextDecoder().decode(bytes)) as Part;
}

function bytesOf(part: Part): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(part));
}

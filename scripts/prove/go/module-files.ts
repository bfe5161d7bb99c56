import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a Go module that nothing is built from, held against its checksum as go.sum writes it. */
export interface ModuleFiles {
  readonly module: string;
  readonly version: string;
  readonly sum: string;
  /** A YAML file of the module, or a folder of them. */
  readonly path: string;
}

/** Texts of the files, by name; downloads the module where it is not yet. */
export function moduleFiles({ path, ...source }: ModuleFiles): readonly string[] {
  const target = join(moduleFolder(source), path);
  const names = statSync(target).isDirectory()
    ? readdirSync(target)
        .filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml')
        .sort()
        .map((name) => join(target, name))
    : [target];
  return names.map((name) => readFileSync(name, 'utf8'));
}

/** The folder that a Go module is in; downloads it where it is not yet. */
export function moduleFolder({ module, version, sum }: Omit<ModuleFiles, 'path'>): string {
  const said = execFileSync('go', ['mod', 'download', '-json', `${module}@${version}`], { encoding: 'utf8' });
  const { Dir, Sum } = JSON.parse(said) as { readonly Dir: string; readonly Sum: string };
  if (Sum !== sum) throw new Error(`${module} ${version} has the checksum ${Sum}, not ${sum}`);
  return Dir;
}

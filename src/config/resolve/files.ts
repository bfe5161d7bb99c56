import type { ServiceFile } from '../../model/pod.ts';
import type { Path } from '../source.ts';
import { type ReferenceContext, resolveText } from './references.ts';

/**
 * Most that the files of a service may hold together, in bytes. A ConfigMap holds 1 MiB, and annotations, which those of a
 * service with a `release` are, 256 KiB: https://kubernetes.io/docs/concepts/configuration/configmap/ and
 * k8s.io/apimachinery/pkg/api/validation, TotalAnnotationSizeLimitB. Some room is left for keys and other annotations.
 */
const LIMITS = { configMap: 1000 * 1024, annotations: 240 * 1024 } as const;

/** The files of a service, references filled in, sorted by path. Reports those that cannot be. */
export function filesOf(context: ReferenceContext): readonly ServiceFile[] {
  const { name, service, scope } = context;
  const { files = {}, release } = service;
  const at = ['services', name, 'files'];
  const found: ServiceFile[] = [];
  for (const path of Object.keys(files).sort()) {
    const file = fileOf(path, [...at, path], context);
    const other = found.find(({ key }) => key === file?.key);
    if (other) {
      const fix = 'choose another path for one of them: their ConfigMap has dots where paths have slashes';
      scope.report([...at, path], `${path} and ${other.path} cannot be told apart`, { fix, at: 'key' });
    } else if (file) found.push(file);
  }
  const hasRelease = release !== undefined && release.strategy !== 'rolling';
  const limit = hasRelease ? LIMITS.annotations : LIMITS.configMap;
  const size = found.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  if (size > limit) {
    const fix = 'let the image or a volume hold what is large';
    scope.report(at, `expected at most ${limit} bytes together, found ${size}`, { fix, at: 'key' });
  }
  return found;
}

function fileOf(path: string, at: Path, context: ReferenceContext): ServiceFile | undefined {
  const { content, executable } = context.service.files?.[path] ?? { content: '', executable: false };
  const resolved = resolveText(content, at, context);
  if (resolved?.kind === 'secret') {
    context.scope.report(at, 'a secret cannot be in a file that everybody may read', {
      fix: 'write it in `secretFiles`, which are in /etc/secrets',
    });
  }
  if (resolved?.kind !== 'literal') return undefined;
  const key = path.slice(1).replaceAll('/', '.');
  return { path, key, content: resolved.text, isExecutable: executable };
}

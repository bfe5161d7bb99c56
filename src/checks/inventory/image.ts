/** The parts of an image's name. */
export interface Image {
  /** With the registry, as a runtime completes it: `docker.io/library/nginx` for `nginx`. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Takes an image's name apart. https://pkg.go.dev/github.com/distribution/reference */
export function imageOf(name: string): Image {
  const [beforeDigest = '', digest] = name.split('@');
  const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
  const repository = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
  return {
    repository: withRegistry(repository),
    tag: colon < 0 ? undefined : beforeDigest.slice(colon + 1),
    digest,
  };
}

/** Whether the name can stand for something else tomorrow. */
export function isMoving({ tag, digest }: Image): boolean {
  return digest === undefined && (tag === undefined || tag === 'latest');
}

function withRegistry(repository: string): string {
  const [first = '', ...rest] = repository.split('/');
  if (rest.length === 0) return `docker.io/library/${repository}`;
  const isHost = first.includes('.') || first.includes(':') || first === 'localhost';
  return isHost ? repository : `docker.io/${repository}`;
}

import type { ManifestObject } from '../../../src/model/manifest.ts';
import type { Answer, Call, Stored } from './client.ts';

/** What proofs ask of an API server, by objects instead of paths. */
export interface Api {
  readonly call: Call;
  /** Path of an object; undefined when the server has no such kind. */
  readonly pathOf: (object: ManifestObject) => Promise<string | undefined>;
  /** Strict server-side apply, as Argo CD does it: unknown and repeated fields are refused. */
  readonly apply: (object: ManifestObject, dryRun?: boolean) => Promise<Answer>;
  readonly get: (object: ManifestObject) => Promise<Stored | undefined>;
  /** Everything at a path such as `/api/v1/pods`; nothing when the kind is not there. */
  readonly list: <Kind extends Stored = Stored>(path: string) => Promise<readonly Kind[]>;
  readonly merge: (path: string, patch: unknown) => Promise<Answer>;
}

/** Finds kinds in the server's own discovery, each group version asked for once. */
export function api(call: Call): Api {
  const places = new Map<string, Promise<ReadonlyMap<string, Place>>>();
  const pathOf = async ({ apiVersion, kind, metadata }: ManifestObject) => {
    const known = places.get(apiVersion) ?? discover(call, apiVersion);
    places.set(apiVersion, known);
    const place = (await known).get(kind);
    if (place === undefined) {
      places.delete(apiVersion);
      return undefined;
    }
    const namespace = place.namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : '';
    return `${place.base}${namespace}/${place.plural}/${metadata.name}`;
  };
  return {
    call,
    pathOf,
    apply: async (object, dryRun = false) => {
      const path = await pathOf(object);
      if (path === undefined) return noSuchKind(object);
      const query = `fieldManager=argocd-controller&force=true&fieldValidation=Strict${dryRun ? '&dryRun=All' : ''}`;
      return call('PATCH', `${path}?${query}`, object, 'application/apply-patch+yaml');
    },
    get: async (object) => {
      const path = await pathOf(object);
      const answer = path === undefined ? noSuchKind(object) : await call('GET', path);
      return answer.status === 200 ? answer.body : undefined;
    },
    list: async <Kind extends Stored>(path: string) =>
      ((await call('GET', path)).body.items ?? []) as readonly Kind[],
    merge: (path, patch) => call('PATCH', path, patch, 'application/merge-patch+json'),
  };
}

interface Place {
  readonly base: string;
  readonly plural: string;
  readonly namespaced: boolean;
}

async function discover(call: Call, apiVersion: string): Promise<ReadonlyMap<string, Place>> {
  const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const { body } = await call('GET', base);
  const resources = (body['resources'] ?? []) as readonly {
    name: string;
    kind: string;
    namespaced: boolean;
  }[];
  return new Map(
    resources
      .filter(({ name }) => !name.includes('/'))
      .map(({ name, kind, namespaced }) => [kind, { base, plural: name, namespaced }]),
  );
}

function noSuchKind({ apiVersion, kind }: ManifestObject): Answer {
  const body = { message: `the server has no ${kind} of ${apiVersion}` } as Answer['body'];
  return { status: 404, body, warnings: [] };
}

/** How reports name an object: `Deployment shop/web`. */
export function nameOf({ kind, metadata: { namespace, name } }: ManifestObject): string {
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** What every pull request with the label gets a preview of. */
export interface PullRequests {
  readonly owner: string;
  readonly repository: string;
  readonly label: string;
  /** Secret beside Argo CD with a token that may read pull requests. */
  readonly tokenSecret: { readonly name: string; readonly key: string };
  /** How often pull requests are looked for, beside the webhook. */
  readonly everySeconds: number;
}

/** A preview that stands in the input under its own name, for one developer. */
export interface PreviewInstance {
  readonly name: string;
  /** Tags of the images that are previewed, by service. */
  readonly tags: ReadonlyMap<string, string>;
}

/** Small copies of an environment, each in a namespace of its own. */
export interface Previews {
  /** Public hosts are `<host>-<preview>.<domain>`. */
  readonly domain: string;
  /** Certificate of the load balancer for those hosts, where that of the environment does not cover them. */
  readonly certificateArn: string | undefined;
  /** Services whose images a pull request builds; what these use is copied with them. Sorted. */
  readonly services: readonly string[];
  readonly pullRequests: PullRequests | undefined;
  /** Sorted by name. */
  readonly instances: readonly PreviewInstance[];
  /** How long the pods of a version run. */
  readonly ttlSeconds: number;
  /** Whether migrations run, on the data of the environment. */
  readonly isMigrating: boolean;
  /** Image with sh, kubectl and jq. */
  readonly toolbox: string;
}

/** What makes an environment a preview: a small copy of another, for a while. */
export interface Preview {
  /** Name of the environment it is a copy of. */
  readonly copyOf: string;
  /** Its services whose images are not those of the environment; another image of them runs for `ttlSeconds` again. */
  readonly services: readonly string[];
  readonly ttlSeconds: number;
  readonly toolbox: string;
}

/** Name of the preview of a pull request. */
export function pullRequestPreview(number: string): string {
  return `pr-${number}`;
}

/** Namespace of a preview. */
export function previewNamespace(platform: string, preview: string): string {
  return `${platform}-${preview}`;
}

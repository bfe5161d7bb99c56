import type { Report } from '../src/config/report.ts';
import type { ResolvedResource } from '../src/config/resolve/scope.ts';
import type { DocumentInput } from '../src/config/schema/document.ts';
import type { ResourceInput } from '../src/config/schema/resource.ts';

/** What a provider may look at beside the resource itself. */
export interface ProviderContext {
  readonly document: DocumentInput;
  /** Name of the remote secret of something, as the store of this environment calls it. */
  readonly remoteSecret: (name: string) => string;
  readonly report: Report;
}

/** How resources come to exist. */
export interface Provider {
  /** In a sentence after its name: `somebody else runs them`. */
  readonly summary: string;
  /**
   * The resource as the model has it, and what its outputs are filled in with; undefined where something is wrong, which it
   * reports.
   */
  readonly resolve: (
    name: string,
    input: ResourceInput,
    context: ProviderContext,
  ) => ResolvedResource | undefined;
}

import type { ResourceType } from '../../../resources/resource-type.ts';
import type { Resource } from '../../model/resource.ts';
import type { LoadContext } from '../load-context.ts';
import type { Collector, Report } from '../report.ts';
import type { ExceptionInput } from '../schema/checking.ts';
import type { DocumentInput } from '../schema/document.ts';
import type { ExternalHostInput } from '../schema/resource.ts';
import type { ServiceInput } from '../schema/service.ts';

/** A resource as its provider has made it known, and what configuration can take from it. */
export interface ResolvedResource {
  readonly resource: Resource;
  readonly facts: ResourceType;
  /** What outputs fill in, beside host and port: `database`, `region`, `name`, `url`, `arn`. */
  readonly values: Readonly<Record<string, string>>;
}

/** Everything that resolving one service may look at. */
export interface Scope {
  readonly document: DocumentInput;
  /** The whole name of a remote secret of this environment. */
  readonly remoteSecret: (name: string) => string;
  readonly services: ReadonlyMap<string, ServiceInput>;
  readonly resources: ReadonlyMap<string, ResolvedResource>;
  readonly externals: ReadonlyMap<string, ExternalHostInput>;
  readonly exceptions: ReadonlyMap<string, ExceptionInput>;
  /** Every name the platform declares, with its section, also where its entry is at fault. */
  readonly declared: ReadonlyMap<string, 'services' | 'resources' | 'externals'>;
  /** A section that declares names cannot be read, so a name that is not there may be in it. */
  readonly hasUnread: boolean;
  readonly context: LoadContext;
  readonly report: Report;
  /** A number or boolean as it is written, where its value reads otherwise. */
  readonly respelled: Collector['respelled'];
  /** Where something stands in the input. */
  readonly placeOf: Collector['placeOf'];
}

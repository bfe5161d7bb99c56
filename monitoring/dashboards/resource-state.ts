import { typeOf } from '../../resources/index.ts';
import type { Observability } from '../../src/model/observability.ts';
import type { Series } from '../forms/panels/panel.ts';

/** Whether a resource answers, or what waits in it. Several questions where its type has several numbers. */
export interface ResourceState {
  readonly type: string;
  readonly isUp: Series | undefined;
  readonly waiting: Series | undefined;
}

/** What Prometheus knows of a resource, from its exporter or from CloudWatch; undefined where nothing reads it. */
export function resourceState(name: string, observability: Observability): ResourceState | undefined {
  const { parts, resources, cloudResources } = observability;
  const watched = parts.resources && resources.find(({ resource }) => resource.name === name)?.resource;
  if (watched) {
    const isUp = typeOf(watched).watching?.isUp(name);
    return { type: watched.type, isUp: isUp === undefined ? undefined : [isUp, name], waiting: undefined };
  }
  const cloud = parts.cloud && cloudResources.find((one) => one.name === name);
  if (!cloud) return undefined;
  const waiting = typeOf(cloud).cloudwatch?.waiting?.(name);
  return { type: cloud.type, isUp: undefined, waiting: waiting === undefined ? undefined : [waiting, name] };
}

import type { Construct } from 'constructs';
import type { z } from 'zod';
import type { Environment } from '../../src/model/environment.ts';
import type { Mesh } from '../../src/model/mesh.ts';
import type { Service } from '../../src/model/service.ts';
import type { Ingress } from '../../src/model/way-in.ts';
import type { Refusal } from '../refusal.ts';

/** What of an environment a way in depends on. */
export interface Surroundings extends Pick<Environment, 'platform' | 'namespaces'> {
  readonly mesh: Mesh | undefined;
}

/** Grafana, where people reach it from outside: its public host, and its Service. */
export interface PublicDashboards {
  /** First label of the host. */
  readonly name: string;
  readonly host: string;
  readonly namespace: string;
  readonly port: number;
}

/** The model of one way in. */
export type OfWay<Way extends Ingress['way']> = Extract<Ingress, { readonly way: Way }>;

/** One way that requests come in from outside: how it is written, and what is rendered of it. */
export interface WayIn<Way extends Ingress['way'], Input extends z.ZodType> {
  readonly schema: Input;
  /** Whether the pods it leads to are in a mesh. */
  readonly mesh: 'needed' | 'refused';
  readonly resolve: (input: z.output<Input>, surroundings: Surroundings) => OfWay<Way>;
  /** What services may ask of other ways in, and this one cannot do. */
  readonly refusals: readonly Refusal[];
  /** Labels of the namespace of the services. */
  readonly namespaceLabels?: Readonly<Record<string, string>>;
  /** Annotations of the Services of one that is exposed. */
  readonly serviceAnnotations?: (service: Service) => Readonly<Record<string, string>>;
  /** What has to be there before services are, in an environment with public hosts. */
  readonly renderBefore?: (scope: Construct, way: OfWay<Way>, environment: Environment) => void;
  /** What opens once services run, in an environment with public hosts. */
  readonly renderAfter?: (scope: Construct, way: OfWay<Way>, environment: Environment) => void;
  /** What leads to one service that is exposed. */
  readonly renderService?: (
    scope: Construct,
    service: Service,
    way: OfWay<Way>,
    environment: Environment,
  ) => void;
  /** What leads to Grafana, where it has a public host. */
  readonly renderGrafana: (
    scope: Construct,
    way: OfWay<Way>,
    dashboards: PublicDashboards,
    environment: Environment,
  ) => void;
}

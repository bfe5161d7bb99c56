/** Configuration of an OpenTelemetry Collector, or of Jaeger, as far as its structure goes. */
interface Collector {
  readonly receivers: Sections;
  readonly processors: Sections;
  readonly exporters: Sections;
  readonly extensions: Sections;
  readonly service: {
    readonly extensions: readonly string[];
    readonly pipelines: Readonly<Record<string, Readonly<Record<Role, readonly string[]>>>>;
  };
}

type Sections = Readonly<Record<string, unknown>>;
type Role = (typeof ROLES)[number];

const ROLES = ['receivers', 'processors', 'exporters'] as const;

/** What the program would refuse, or never use: names without a section, sections without a use, ports taken twice. */
export function faultsOf(config: unknown): readonly string[] {
  const collector = config as Collector;
  const { extensions, pipelines } = collector.service;
  const roles = ROLES.flatMap((role) => {
    const used = Object.values(pipelines).flatMap((pipeline) => pipeline[role]);
    return differences(role, Object.keys(collector[role]), used);
  });
  const extended = differences('extensions', Object.keys(collector.extensions), extensions);
  return [...roles, ...extended, ...portsTwice(config)];
}

function differences(role: string, defined: readonly string[], used: readonly string[]): readonly string[] {
  return [
    ...used.filter((name) => !defined.includes(name)).map((name) => `${role}: ${name} is not defined`),
    ...defined.filter((name) => !used.includes(name)).map((name) => `${role}: ${name} is not used`),
  ];
}

/** Ports that something listens on, by `endpoint: 0.0.0.0:4317` or `port: 8888`. */
export function listeningPorts(config: unknown): readonly number[] {
  if (typeof config !== 'object' || config === null) return [];
  return Object.entries(config).flatMap(([key, value]) => {
    if (key === 'port' && typeof value === 'number') return [value];
    const endpoint = key === 'endpoint' && /^(?:0\.0\.0\.0|localhost):(\d+)$/.exec(String(value));
    return endpoint ? [Number(endpoint[1])] : listeningPorts(value);
  });
}

function portsTwice(config: unknown): readonly string[] {
  const ports = listeningPorts(config);
  return ports.filter((port, index) => ports.indexOf(port) !== index).map((port) => `port ${port} twice`);
}

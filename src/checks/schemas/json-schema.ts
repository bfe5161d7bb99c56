/** A schema as CustomResourceDefinitions write it; those of Kubernetes' own kinds refer to others by name, with `$ref`. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The plain data that a type of Grafana's SDK stands for: enums as they are written in JSON, lists readonly, without the
 * methods by which the SDK tells its types apart. Only types of the SDK are used: its builders would add a fifth to the
 * start of every run, and their results hold functions, which are no plain data.
 */
export type Written<T> = T extends string
  ? `${T}`
  : T extends readonly (infer Item)[]
    ? readonly Written<Item>[]
    : T extends object
      ? {
          readonly [Key in keyof T as T[Key] extends (...args: never[]) => unknown ? never : Key]: Written<
            T[Key]
          >;
        }
      : T;

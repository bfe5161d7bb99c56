/** Something wrong with a query that can be read, and where. */
export interface QueryFault {
  readonly at: number;
  readonly message: string;
}

import { relational } from '../relational.ts';
import type { ResourceType } from '../resource-type.ts';
import { watching } from './exporter.ts';

/** https://www.postgresql.org/docs/current/libpq-ssl.html; drivers of Node verify with `require` too, unlike that. */
export const postgres: ResourceType = {
  ...relational('postgres', 5432, {
    authority: 'sslmode=verify-full&sslrootcert={authority}',
    known: 'sslmode=verify-full',
    unverified: 'sslmode=require',
  }),
  title: 'PostgreSQL',
  one: 'PostgreSQL database',
  watching,
};

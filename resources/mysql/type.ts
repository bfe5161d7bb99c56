import { relational } from '../relational.ts';
import type { ResourceType } from '../resource-type.ts';

/** https://dev.mysql.com/doc/refman/8.4/en/connecting-using-uri-or-key-value-pairs.html */
export const mysql: ResourceType = {
  ...relational('mysql', 3306, {
    authority: 'ssl-mode=VERIFY_IDENTITY&ssl-ca={authority}',
    known: 'ssl-mode=VERIFY_IDENTITY',
    unverified: 'ssl-mode=REQUIRED',
  }),
  title: 'MySQL',
  one: 'MySQL database',
};

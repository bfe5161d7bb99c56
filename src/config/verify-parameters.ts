/** Parameters of a URL that say how clients know who answers; `{authority}` is the file with the certificates. */
export interface VerifyParameters {
  readonly authority: string;
  readonly known: string;
  readonly unverified: string;
}

/** https://www.postgresql.org/docs/current/libpq-ssl.html; drivers of Node verify with `require` too, unlike that. */
export const POSTGRES: VerifyParameters = {
  authority: 'sslmode=verify-full&sslrootcert={authority}',
  known: 'sslmode=verify-full',
  unverified: 'sslmode=require',
};

/** https://dev.mysql.com/doc/refman/8.4/en/connecting-using-uri-or-key-value-pairs.html */
export const MYSQL: VerifyParameters = {
  authority: 'ssl-mode=VERIFY_IDENTITY&ssl-ca={authority}',
  known: 'ssl-mode=VERIFY_IDENTITY',
  unverified: 'ssl-mode=REQUIRED',
};

/** https://www.mongodb.com/docs/manual/reference/connection-string-options/#tls-options */
export const MONGODB: VerifyParameters = {
  authority: 'tls=true&tlsCAFile={authority}',
  known: 'tls=true',
  unverified: 'tls=true&tlsInsecure=true',
};

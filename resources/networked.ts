/** What is reached at an address of its own, mostly in the network of databases. */
export const NETWORKED = {
  network: 'data',
  required: ['host'],
  optional: ['authority', 'members', 'port', 'secret', 'network', 'unverified'],
  needsDatabase: false,
  members: 'if-said',
} as const;

/** What is a service of AWS, at a host that many resources share, on HTTPS. */
export const AWS = {
  network: 'endpoints',
  required: ['name'],
  optional: ['host', 'network'],
  needsDatabase: false,
  members: 'never',
  endpoints: [{ name: 'main', port: 443, protocol: 'TLS' }],
} as const;

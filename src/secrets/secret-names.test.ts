import { expect, test } from 'vitest';
import { looksSecret } from './secret-names.ts';

test.each([
  ['DB_PASSWORD', 'correct-horse-9'],
  ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMIK7MDENGbPxRfiCY'],
  ['apiKey', 'q8Zr41mWk0'],
  ['spring.datasource.password', 'tr0ub4dor'],
  ['session-secret', 'a41f9c'],
  ['SMTP_PASS', 'hunter2abc'],
  ['DB_PWD', 'hunter2abc'],
  ['PGPASS', 'hunter2abc'],
  ['PGPASSWORD', 'hunter2abc'],
  ['CREDENTIALS', 'svc-hunter2abc'],
  ['SECRET_KEY_BASE', 'a41f9ca41f9c'],
  ['JWT_SIGNING_KEY', 'a41f9ca41f9c'],
  ['ENCRYPTION_KEY', 'dGhpcyBp/cyBhIGtleQ=='],
  ['smtpPass', 'hunter2abc'],
])('%s: %s is written out', (name, value) => {
  expect(looksSecret(name, value)).toBe(true);
});

test.each([
  ['DB_PASSWORD_FILE', '/etc/secrets/db'],
  ['DB_PASSWORD', '/run/secrets/db'],
  ['DB_PASSWORD', '$(POSTGRES_PASSWORD)'],
  ['DB_PASSWORD', '${file:/etc/secrets/db}'],
  ['DB_PASSWORD', '$__file{/etc/secrets/db}'],
  ['DB_PASSWORD', '{{ .password }}'],
  ['DB_PASSWORD', ''],
  ['DB_SECRET', 'shop/production/db'],
  ['DB_SECRET', 'orders-db-secret'],
  ['DB_SECRET', 'arn:aws:secretsmanager:us-east-1:123456789012:secret:db'],
  ['OAUTH_TOKEN', 'https://login.shop.example/token'],
  ['MAX_TOKEN', '4096'],
  ['existingSecret', 'grafana-admin'],
  ['image-pull-secret', 'regcred'],
  ['REQUIRE_PASSWORD', 'true'],
  ['PARTITION_KEY', 'order-id'],
  ['BYPASS', 'hunter2abc'],
  ['COMPASS', 'hunter2abc'],
  ['CACHE_KEY', 'orders'],
  ['ROUTING_KEY', 'orders.placed'],
  ['CREDENTIALS', '/etc/secrets/credentials.json'],
  ['NEXT_PUBLIC_MAP_TOKEN', 'pk.eyJ1Ijoic2hvcCJ9'],
  ['AWS_ACCESS_KEY_ID_NAME', 'orders'],
])('%s: %s is not', (name, value) => {
  expect(looksSecret(name, value)).toBe(false);
});

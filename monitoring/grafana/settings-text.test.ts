import { expect, test } from 'vitest';
import type { Observability } from '../../src/model/observability.ts';
import { observedShop } from '../../test/observed-shop.ts';
import { dataSourcesText } from './data-sources-text.ts';
import { iniText, quoted } from './ini-text.ts';
import { providersText } from './providers-text.ts';
import { grafanaSettingsText } from './settings-text.ts';

const shop = observedShop();
const watched = shop.observability as Observability;
const alone = { ...watched, grafana: { ...watched.grafana, login: undefined } };

test.each([
  ['nobody comes in without signing in', '[auth.anonymous]\nenabled = false'],
  ['nothing is told to its makers', 'reporting_enabled = false'],
  ['nothing is asked of its makers', 'check_for_updates = false'],
  ['pictures of users are not asked for elsewhere', 'disable_gravatar = true'],
  ['cookies go over TLS only', 'cookie_secure = true'],
  ['there is no default password', 'admin_password = $__file{/etc/grafana/secrets/admin-password}'],
  ['nor a default key', 'secret_key = $__file{/etc/grafana/secrets/secret-key}'],
  ['no plugins are downloaded', 'preinstall_disabled = true'],
  ['rules are evaluated by Prometheus alone', 'execute_alerts = false'],
  ['whoever is new has no role', 'auto_assign_org_role = None'],
])('%s', (_, setting) => {
  expect(grafanaSettingsText(watched)).toContain(setting);
});

test('with a provider of sign-ins there are no passwords, without one there is the form', () => {
  const text = grafanaSettingsText(watched);
  expect(text).toContain('disable_login_form = true');
  expect(text).toContain(
    `role_attribute_path = """contains(groups[*], 'shop-deployers') && 'Editor' || contains(groups[*], 'shop-viewers') && 'Viewer'"""`,
  );
  expect(text).toContain('allowed_groups = """["shop-deployers","shop-viewers"]"""');
  expect(text).toContain('groups_attribute_path = """groups"""');
  expect(text).toContain('client_secret = $__file{/etc/grafana/secrets/oidc-client-secret}');
  expect(grafanaSettingsText(alone)).not.toMatch(/oauth|disable_login_form|auth\.basic/);
});

test('texts keep the signs that mean something in ini files', () => {
  expect(iniText({ a: { b: quoted("'x' # ; y"), c: 1 }, d: { e: true } })).toBe(
    `[a]\nb = """'x' # ; y"""\nc = 1\n\n[d]\ne = true\n`,
  );
});

test('traces lead to logs and metrics, logs to traces, and exemplars to traces', () => {
  const text = dataSourcesText(shop, watched);
  expect(text).toContain('query: trace_id:"$${__span.traceId}"');
  expect(text).toContain('rate(istio_requests_total{$$__tags,reporter="destination"}[5m])');
  expect(text).toContain('url: $${__value.raw}');
  expect(text).toContain('database: shop-logs-*');
  expect(text).toMatch(/exemplarTraceIdDestinations:\n\s+- name: trace_id\n\s+datasourceUid: jaeger/);
  expect(text).not.toMatch(/password: (?!\$__file)/i);
});

test('what an environment lacks is no data source', () => {
  const bare = { ...watched, logs: undefined, parts: { ...watched.parts, tracing: false } };
  const uids = [...dataSourcesText(shop, bare).matchAll(/^ {2}uid: (.*)$/gm)].map(([, uid]) => uid);
  expect(uids).toEqual(['alertmanager', 'prometheus']);
});

test('nobody can change what is provisioned', () => {
  const text = providersText([{ folder: 'Services', path: '/etc/grafana/dashboards/services' }]);
  expect(text).toContain('allowUiUpdates: false');
  expect(dataSourcesText(shop, watched)).not.toContain('editable: true');
});

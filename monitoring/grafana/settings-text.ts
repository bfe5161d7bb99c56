import type { GrafanaLogin, Observability } from '../../src/model/observability.ts';
import { PLATFORM_OVERVIEW } from '../forms/uid.ts';
import { type IniSections, iniText, quoted } from './ini-text.ts';
import { secretFile } from './secret-files.ts';

/**
 * grafana.ini: nothing is sent to or fetched from its makers, nobody comes in without signing in, and what is
 * provisioned cannot be changed. No secret is in it; they are read from files.
 */
export function grafanaSettingsText({ grafana }: Observability): string {
  return iniText({
    server: { root_url: `${grafana.url}/` },
    analytics: {
      reporting_enabled: false,
      check_for_updates: false,
      check_for_plugin_updates: false,
      feedback_links_enabled: false,
    },
    security: SECURITY,
    users: { allow_sign_up: false, auto_assign_org_role: 'None', home_page: `/d/${PLATFORM_OVERVIEW}` },
    ...SHARING,
    'auth.anonymous': { enabled: false },
    ...(grafana.login ? signIn(grafana.login) : {}),
    // Rules are evaluated by Prometheus; Grafana only shows them, and silences through Alertmanager.
    unified_alerting: { enabled: true, execute_alerts: false },
    plugins: PLUGINS,
    dashboards: { min_refresh_interval: '30s' },
    log: { level: 'info' },
    'log.console': { format: 'json' },
  });
}

const SECURITY = {
  admin_user: 'admin',
  admin_password: secretFile('admin-password'),
  // The one Grafana comes with is known to everybody.
  secret_key: secretFile('secret-key'),
  cookie_secure: true,
  // `strict` would lose the session on the way back from the sign-in page.
  cookie_samesite: 'lax',
  disable_gravatar: true,
  allow_embedding: false,
  strict_transport_security: true,
  strict_transport_security_max_age_seconds: 31_536_000,
  x_content_type_options: true,
  x_xss_protection: true,
  content_security_policy: true,
};

/** Ways by which dashboards get outside. */
const SHARING: IniSections = {
  snapshots: { external_enabled: false },
  public_dashboards: { enabled: false },
  news: { news_feed_enabled: false },
};

/**
 * Nothing is downloaded. From 13 on its installer would replace the data sources of the image by newer ones, and lose
 * them where the file system is read-only: see plugins-rationale.md beside the chart.
 */
const PLUGINS = {
  preinstall_disabled: true,
  plugin_admin_enabled: false,
  public_key_retrieval_disabled: true,
};

/** With a provider, passwords are good for nothing: neither in the form nor in the API. */
function signIn(login: GrafanaLogin): IniSections {
  return {
    auth: { disable_login_form: true },
    'auth.basic': { enabled: false },
    'auth.generic_oauth': {
      enabled: true,
      name: 'Single sign-on',
      auto_login: true,
      allow_sign_up: true,
      use_pkce: true,
      use_refresh_token: true,
      scopes: 'openid profile email offline_access',
      client_id: quoted(login.clientId),
      client_secret: secretFile('oidc-client-secret'),
      auth_url: quoted(login.authUrl),
      token_url: quoted(login.tokenUrl),
      api_url: quoted(login.apiUrl),
      groups_attribute_path: quoted(login.groupsPath),
      allowed_groups: quoted(JSON.stringify([...login.editors, ...login.viewers])),
      role_attribute_path: quoted(rolePath(login)),
      // Whoever has no role there does not get in, and roles are read at each sign-in.
      role_attribute_strict: true,
      skip_org_role_sync: false,
      allow_assign_grafana_admin: false,
    },
  };
}

/**
 * The role of the first group that has one; `false`, which is no role, for everybody else. `[*]` gives nothing of a text,
 * in which `contains` would look for parts of it.
 */
function rolePath({ groupsPath, editors, viewers }: GrafanaLogin): string {
  const inGroup = (role: string) => (group: string) =>
    `contains(${groupsPath}[*], '${group.replace(/['\\]/g, '\\$&')}') && '${role}'`;
  return [...editors.map(inGroup('Editor')), ...viewers.map(inGroup('Viewer'))].join(' || ');
}

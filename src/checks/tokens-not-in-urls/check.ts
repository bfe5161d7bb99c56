import type { Check } from '../check.ts';
import type { RequestAuthenticationSpec } from '../inventory/istio.ts';
import { specOf } from '../inventory/spec.ts';

export const tokensNotInUrls: Check = {
  name: 'tokens-not-in-urls',
  topic: 'mesh',
  severity: 'warning',
  summary:
    'Every rule of a RequestAuthentication says which headers or cookies hold the token, and none takes it from the URL.',
  why: 'Where a rule says nothing, Istio also takes the token from `?access_token=`; URLs end up in access logs, traces and the history of browsers.',
  fix: 'Write `fromHeaders: [{name: Authorization, prefix: "Bearer "}]`. Charthouse does so for `expose: {auth: jwt}`.',
  sources: ['https://istio.io/latest/docs/reference/config/security/request_authentication/#JWTRule'],
  examine: ({ ofKind }, tell) => {
    for (const object of ofKind('RequestAuthentication', 'security.istio.io')) {
      const { jwtRules = [] } = specOf<RequestAuthenticationSpec>(object);
      for (const [index, { fromHeaders, fromCookies, fromParams }] of jwtRules.entries()) {
        const field = `spec.jwtRules[${index}]`;
        if (fromParams?.length)
          tell(
            object,
            `${field}.fromParams`,
            `expected no parameters of the URL, found ${fromParams.join(', ')}`,
          );
        else if (!fromHeaders?.length && !fromCookies?.length)
          tell(object, `${field}.fromHeaders`, 'expected the headers that hold the token, found none');
      }
    }
  },
};

import type { HttpRouteRule } from '../../../imports/gateway-api.ts';
import type { Cors } from '../../../src/model/traffic.ts';

/** The Gateway answers a browser's question itself; in the standard channel since Gateway API 1.5. */
export function corsFilter(cors: Cors): NonNullable<HttpRouteRule['filters']>[number] {
  return {
    type: 'CORS',
    cors: {
      allowOrigins: cors.origins,
      allowMethods: cors.methods as readonly CorsMethod[],
      allowHeaders: cors.headers.length > 0 ? cors.headers : undefined,
      allowCredentials: cors.credentials,
      maxAge: cors.maxAgeSeconds,
    },
  };
}

type CorsFields = NonNullable<NonNullable<HttpRouteRule['filters']>[number]['cors']>;
type CorsMethod = NonNullable<CorsFields['allowMethods']>[number];

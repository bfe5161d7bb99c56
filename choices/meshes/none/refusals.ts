import type { Refusal } from '../../refusal.ts';

/** What services may ask of a mesh, and nothing else does. */
export const REFUSED_WITHOUT_MESH: readonly Refusal[] = [
  {
    at: 'services.*.rateLimit',
    because: 'the sidecar of each pod counts the requests, and without a mesh there is none',
    instead: 'limit requests in the service itself, or write mesh: {istio: {}}',
  },
  {
    at: 'services.*.circuitBreaker',
    because: 'sidecars of callers leave a failing pod alone, and without a mesh there are none',
    instead: 'rely on `health: {readiness: ...}`, which takes a failing pod out, or write mesh: {istio: {}}',
  },
  {
    at: 'services.*.loadBalancing',
    because: 'Services spread connections over pods, one like the other, and know nothing of requests',
    instead: 'remove it, or write mesh: {istio: {}}',
  },
  {
    at: 'services.*.zones',
    asks: (zones) => zones === 'prefer',
    because: 'sidecars of callers know the zones of pods, and without a mesh there are none',
    instead: 'remove it, or write mesh: {istio: {}}',
  },
  {
    at: 'services.*.uses.*.timeout',
    because: 'the sidecar of the caller ends calls, and without a mesh there is none',
    instead: 'set the timeout in the client of the service, or write mesh: {istio: {}}',
  },
  {
    at: 'services.*.uses.*.retries',
    because: 'the sidecar of the caller repeats calls, and without a mesh there is none',
    instead: 'let the client of the service repeat them, or write mesh: {istio: {}}',
  },
  {
    at: 'services.*.uses.*.idempotent',
    asks: (idempotent) => idempotent === true,
    because: 'the sidecar of the caller repeats calls, and without a mesh there is none',
    instead: 'remove it, or write mesh: {istio: {}}',
  },
  {
    at: 'services.*.expose.auth',
    asks: (auth) => auth === 'jwt',
    because: 'sidecars check tokens and who may ask for which path, and without a mesh there are none',
    instead: 'let the service check tokens itself and write auth: none, or write mesh: {istio: {}}',
  },
  {
    at: 'services.*.variants',
    because: 'sidecars share requests out by weight and headers, and without a mesh there are none',
    instead: 'write release: {strategy: canary} for a new version, or mesh: {istio: {}}',
  },
  {
    at: 'services.*.scaling.requestsPerSecond',
    because: 'sidecars count the requests, and without a mesh there are none',
    instead: 'scale by cpu or memory, or write mesh: {istio: {}}',
  },
  {
    at: 'services.*.slo',
    because: 'sidecars count the requests it is about, and without a mesh nothing does',
    instead:
      'write what the service counts itself as metrics: {NAME: {query: ..., alert: {...}}}, or mesh: {istio: {}}',
  },
  {
    at: 'services.*.release',
    asks: isJudged,
    what: 'a release that is judged',
    because: 'sidecars count the requests of the new version, and without a mesh nothing does',
    instead:
      'write release: {analysis: {enabled: false}}, and pauses that leave time to look; or mesh: {istio: {}}',
  },
  {
    at: 'services.*.release.preview.headers',
    because: 'sidecars tell requests apart by their headers, and without a mesh there are none',
    instead: 'write preview: {host: ...}, or mesh: {istio: {}}',
  },
  {
    at: 'observability.parts.mesh',
    asks: (isOn) => isOn === true,
    because: 'Kiali shows a mesh, and there is none',
    instead: 'remove it, or write mesh: {istio: {}}',
  },
];

/** Canary and blue-green releases are judged unless the input says that they are not. */
function isJudged(release: unknown): boolean {
  const { strategy, analysis } = (release ?? {}) as Readonly<Record<string, unknown>>;
  if (strategy !== 'canary' && strategy !== 'blue-green') return false;
  return (analysis as { readonly enabled?: unknown } | undefined)?.enabled !== false;
}

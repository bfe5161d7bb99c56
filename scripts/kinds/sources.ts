import type { ModuleFiles } from '../prove/go/module-files.ts';

/** Kubernetes in each minor version that platforms run on: what its API server publishes, and the words that fields take. */
export const KUBERNETES: readonly (Omit<ModuleFiles, 'path'> & { readonly minor: number })[] = [
  {
    minor: 28,
    module: 'k8s.io/kubernetes',
    version: 'v1.28.15',
    sum: 'h1:d91N2Znk+E8REIJZlrD6za2JtIwvEypa0DB1IoU4fJ0=',
  },
  {
    minor: 29,
    module: 'k8s.io/kubernetes',
    version: 'v1.29.6',
    sum: 'h1:jn8kA/oVOAWZOeoorx6xZ4d+KgGp+Evgi90x9bEI/DE=',
  },
  {
    minor: 30,
    module: 'k8s.io/kubernetes',
    version: 'v1.30.14',
    sum: 'h1:MrlKXh9uhLIJpyxOeXhcndzRVSvwiV9iJ8NgH8nqPsg=',
  },
  {
    minor: 31,
    module: 'k8s.io/kubernetes',
    version: 'v1.31.14',
    sum: 'h1:UtjLfqvXLuSVDdJ4+NpQCIfFkKkLnAAVmxAEMsnkhjk=',
  },
  {
    minor: 32,
    module: 'k8s.io/kubernetes',
    version: 'v1.32.13',
    sum: 'h1:5TGYdZ6YZqdp6h/Rp1vX/4TIoybMPdgv97LCZCtPuNQ=',
  },
  {
    minor: 33,
    module: 'k8s.io/kubernetes',
    version: 'v1.33.13',
    sum: 'h1:bmH31xUdSzeA5vk0wZAK9MZp11mdLuzUSeKk0qN3hPQ=',
  },
  {
    minor: 34,
    module: 'k8s.io/kubernetes',
    version: 'v1.34.4',
    sum: 'h1:Yy6R4QB8C9kJPp25GFqEvX5XQwY5qzKeqD0Xx6oAcmk=',
  },
  {
    minor: 35,
    module: 'k8s.io/kubernetes',
    version: 'v1.35.4',
    sum: 'h1:o/8dBC/pHVpYoGV4OAIytAlNPZbdYVTXJHoYvXC4qzM=',
  },
  {
    minor: 36,
    module: 'k8s.io/kubernetes',
    version: 'v1.36.3',
    sum: 'h1:qDQdoMiluAE2Eab6Fa52YV+WjiGz9mZFFoagEA6cI+o=',
  },
];

/** A maker of custom kinds, by the name of the file its kinds are kept in: the Go module that has their definitions. */
export type Maker = ModuleFiles & { readonly file: string };

/** Where the definitions of custom kinds come from. */
export const MAKERS: readonly Maker[] = [
  {
    file: 'argo-cd',
    module: 'github.com/argoproj/argo-cd/v3',
    version: 'v3.5.1',
    sum: 'h1:jtwPLEFX9mNj3jSq88ugFcScGnOZVs2DWaXFuZxrRT8=',
    path: 'manifests/crds',
  },
  {
    file: 'argo-rollouts',
    module: 'github.com/argoproj/argo-rollouts',
    version: 'v1.9.1',
    sum: 'h1:+oZciUkeJYVb1vPMOhat4JQlk525j/aT2yizEkVkjLs=',
    path: 'manifests/crds',
  },
  {
    file: 'cert-manager',
    module: 'github.com/cert-manager/cert-manager',
    version: 'v1.21.1',
    sum: 'h1:0LttV37Q5c2CBNoHkjuI8sLKTXWZDC2SwQkxrBMKV9w=',
    path: 'deploy/crds',
  },
  {
    file: 'approver-policy',
    module: 'github.com/cert-manager/approver-policy',
    version: 'v0.28.0',
    sum: 'h1:tZNWjYkGd5+Cs9qflP4xkzml5pWTserC4AEWI9omPZA=',
    path: 'deploy/crds',
  },
  {
    file: 'trust-manager',
    module: 'github.com/cert-manager/trust-manager',
    version: 'v0.25.0',
    sum: 'h1:nGtkHH9wEacI5uACdsq8wqCKWsCw1PMrwHPJcrUFUXA=',
    path: 'deploy/crds',
  },
  {
    file: 'aws-privateca-issuer',
    module: 'github.com/cert-manager/aws-privateca-issuer',
    version: 'v1.11.0',
    sum: 'h1:Fn2u9mNQzcaRks6aFNav9DV3tqAloyl5gc2+Hsc9ihI=',
    path: 'config/crd/bases',
  },
  {
    file: 'external-secrets',
    module: 'github.com/external-secrets/external-secrets',
    version: 'v1.3.3-0.20260806102745-bf4736a0d7db',
    sum: 'h1:P1vB35o6N41ZA2/6krdrEaclZmVlKQz/Wdjj5ziPfUU=',
    path: 'config/crds/bases',
  },
  {
    file: 'gateway-api',
    module: 'sigs.k8s.io/gateway-api',
    version: 'v1.6.3',
    sum: 'h1:lKpJa5bGlraC/QeACvCpsHLdmO6y0iKfzVl6gzaFEYc=',
    path: 'config/crd/experimental',
  },
  {
    file: 'istio',
    module: 'istio.io/api',
    version: 'v1.30.3',
    sum: 'h1:pPSa0uah/t7CEuwacS4rw5qK/oHGvxC0WO8i4RRGwEU=',
    path: 'kubernetes/customresourcedefinitions.gen.yaml',
  },
  {
    file: 'karpenter',
    module: 'github.com/aws/karpenter-provider-aws',
    version: 'v1.14.1',
    sum: 'h1:WGtIQTQcxpElYMdWfWuPwaF2+9muR+hYhPZsTtoY8Gs=',
    path: 'pkg/apis/crds',
  },
  {
    file: 'keda',
    module: 'github.com/kedacore/keda/v2',
    version: 'v2.20.0',
    sum: 'h1:nPKQL9iKsPpoyq7BftlBzJiQzb2LdKHiqBIEG6ju3bk=',
    path: 'config/crd/bases',
  },
  {
    file: 'prometheus-operator',
    module: 'github.com/prometheus-operator/prometheus-operator',
    version: 'v0.94.1',
    sum: 'h1:QEIb2wenPH+SdMN1xMf8l4Pmj00YYXXI6HlbLlQWkww=',
    path: 'example/prometheus-operator-crd-full',
  },
  {
    file: 'velero',
    module: 'github.com/vmware-tanzu/velero',
    version: 'v1.18.1',
    sum: 'h1:eV+urQYesy7tJLVkGM5fs9s/nfOWKtoFezcY1r8IjJM=',
    path: 'config/crd/v1/bases',
  },
];

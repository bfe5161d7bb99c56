import type { Check } from '../check.ts';
import { podImages } from '../inventory/pod-images.ts';

/** Repositories that get no more fixes, or are gone; each with everything below it, and copies of them elsewhere. */
const ABANDONED: readonly { readonly repository: string; readonly since: string }[] = [
  {
    repository: 'docker.io/bitnami',
    since: 'its versions moved to bitnamilegacy in 2025 and get no fixes there',
  },
  { repository: 'bitnamilegacy', since: 'it gets no fixes since 2025' },
  {
    repository: 'jaegertracing/all-in-one',
    since: 'Jaeger 1 ended in 2025; jaegertracing/jaeger follows',
  },
  { repository: 'kubernetesui/dashboard', since: 'it ended with version 2' },
  { repository: 'gcr.io/google_containers', since: 'registry.k8s.io replaced it' },
  { repository: 'kubernetes-helm/tiller', since: 'Helm 2 ended in 2020' },
  { repository: 'k8s.gcr.io', since: 'it is frozen since 2023; registry.k8s.io replaced it' },
  { repository: 'ingress-nginx', since: 'the project ended in 2026' },
];

export const imageStillPublished: Check = {
  name: 'image-still-published',
  topic: 'images',
  severity: 'warning',
  summary: 'No image comes from a repository that was given up.',
  why: 'It gets no security fixes, and one day the pull fails: on a new node, at the worst time.',
  fix: 'Use the repository that follows it; the message names it where there is one.',
  sources: [
    'https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/',
    'https://github.com/bitnami/containers/issues/83267',
  ],
  examine: (inventory, tell) => {
    for (const { object, field, name, image } of podImages(inventory)) {
      const place = `/${image.repository}/`;
      const abandoned = ABANDONED.find(({ repository }) => place.includes(`/${repository}/`));
      if (abandoned) {
        tell(object, field, `expected a repository that is kept up, found ${name}: ${abandoned.since}`);
      }
    }
  },
};

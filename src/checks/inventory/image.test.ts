import { expect, test } from 'vitest';
import { imageOf, isMoving } from './image.ts';

test.each([
  ['nginx', 'docker.io/library/nginx', undefined, true],
  ['bitnami/redis:latest', 'docker.io/bitnami/redis', 'latest', true],
  ['registry.example:5000/shop/api', 'registry.example:5000/shop/api', undefined, true],
  ['registry.example/shop/api:1.2', 'registry.example/shop/api', '1.2', false],
  ['registry.example/shop/api@sha256:0d6f', 'registry.example/shop/api', undefined, false],
  ['registry.example/shop/api:latest@sha256:0d6f', 'registry.example/shop/api', 'latest', false],
  ['localhost/api:dev', 'localhost/api', 'dev', false],
])('%s is of %s', (name, repository, tag, moving) => {
  const image = imageOf(name);
  expect([image.repository, image.tag, isMoving(image)]).toEqual([repository, tag, moving]);
});

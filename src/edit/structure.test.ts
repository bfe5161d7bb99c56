import { expect, test } from 'vitest';
import { type Case, DIGEST, edited } from './edited.fixture.ts';

const structure: readonly Case[] = [
  [
    'a digest for a tag',
    'images: {api: {tag: a1}}\n',
    `api=@${DIGEST}`,
    `images: {api: {digest: ${DIGEST}}}\n`,
  ],
  [
    'a tag for a digest',
    `images:\n  api:\n    digest: ${DIGEST}\n`,
    'api=a2',
    'images:\n  api:\n    tag: a2\n',
  ],
  [
    'a digest beside a tag',
    'images: {api: {tag: a1, variants: {}}}\n',
    `api=a2@${DIGEST}`,
    `images: {api: {tag: a2, digest: ${DIGEST}, variants: {}}}\n`,
  ],
  [
    'a digest that would decide is taken out',
    `images:\n  api:\n    tag: a1\n    digest: ${DIGEST} # pinned\n`,
    'api=a2',
    'images:\n  api:\n    tag: a2\n',
  ],
  [
    'a new image between sorted ones',
    'images:\n  api: {tag: a1} # first\n  web: {tag: b1}\n',
    'cart=c1',
    'images:\n  api: {tag: a1} # first\n  cart: {tag: c1}\n  web: {tag: b1}\n',
  ],
  [
    'before sorted ones',
    'images: # all of them\n  # The client.\n  web: {tag: b1}\n',
    'api=a1',
    'images: # all of them\n  api: {tag: a1}\n  # The client.\n  web: {tag: b1}\n',
  ],
  [
    'behind unsorted ones',
    'images:\n  web: {tag: b1}\n  api: {tag: a1}\n    # The last.\n\nz: 1\n',
    'cart=c1',
    'images:\n  web: {tag: b1}\n  api: {tag: a1}\n    # The last.\n  cart: {tag: c1}\n\nz: 1\n',
  ],
  [
    'in a block of blocks, with its quotes',
    "images:\n    api:\n        tag: 'a1'\n",
    'web=b1',
    "images:\n    api:\n        tag: 'a1'\n    web:\n        tag: 'b1'\n",
  ],
  [
    'in brackets',
    'images: {api: {tag: a1}, web: {tag: b1}}\n',
    'cart=c1',
    'images: {api: {tag: a1}, cart: {tag: c1}, web: {tag: b1}}\n',
  ],
  [
    'in brackets over several lines',
    'images: {\n  api: {tag: a1}, # first\n  cart: {tag: c1} # last\n  }\n',
    'web=b1',
    'images: {\n  api: {tag: a1}, # first\n  cart: {tag: c1}, # last\n  web: {tag: b1}\n  }\n',
  ],
  [
    'with a comma at the end',
    'images: {\n  api: {tag: a1},\n  }\n',
    'web=b1',
    'images: {\n  api: {tag: a1},\n  web: {tag: b1},\n  }\n',
  ],
  [
    'in JSON',
    '{"images": {"api": {"tag": "a1"}}}\n',
    'web=b1',
    '{"images": {"api": {"tag": "a1"}, "web": {"tag": "b1"}}}\n',
  ],
  [
    'at the end, without a line break',
    'images:\r\n  api: {tag: a1}',
    'web=b1',
    'images:\r\n  api: {tag: a1}\r\n  web: {tag: b1}',
  ],
  [
    'a new variant',
    'images:\n  api: {tag: a1}\n',
    'api/canary=c1',
    'images:\n  api: {tag: a1, variants: {canary: {tag: c1}}}\n',
  ],
  ['an empty map of images', 'images: {}\n', 'api=a1', 'images: {api: {tag: a1}}\n'],
  [
    'no value behind images',
    'images: # none yet\n\nz: 1\n',
    'api=a1 web=b1',
    'images: # none yet\n  api: {tag: a1}\n  web: {tag: b1}\n\nz: 1\n',
  ],
  ['null', 'images: {api: null, web: ~}\n', 'api=a1 web=b1', 'images: {api: {tag: a1}, web: {tag: b1}}\n'],
  [
    'no section of images',
    'environment: dev\n\ncluster:\n  name: c # it\n  # more\n',
    'api=a1',
    'environment: dev\n\ncluster:\n  name: c # it\n  # more\n\nimages:\n  api: {tag: a1}\n',
  ],
  [
    'no section, nor a line break',
    'environment: dev\ndomain: shop.example',
    'api=a1',
    'environment: dev\ndomain: shop.example\nimages:\n  api: {tag: a1}',
  ],
  [
    'behind a list',
    'environment: dev\nzones:\n- a: 1\n  b: [\n    2]\n  # deeper\n- c # last\n\n# end\n',
    'api=a1',
    'environment: dev\nzones:\n- a: 1\n  b: [\n    2]\n  # deeper\n- c # last\nimages:\n  api: {tag: a1}\n\n# end\n',
  ],
  [
    'behind a list of lists on Windows',
    'zones:\r\n  - - a\r\n    - b: >-\r\n        x\r\n\r\n# end\r\n',
    'api=a1',
    'zones:\r\n  - - a\r\n    - b: >-\r\n        x\r\nimages:\r\n  api: {tag: a1}\r\n\r\n# end\r\n',
  ],
  [
    'behind a text over several lines',
    'environment: dev\nnote: |\n  one\n  two\n',
    'api=a1',
    'environment: dev\nnote: |\n  one\n  two\nimages:\n  api: {tag: a1}\n',
  ],
];

test.each(structure)('what is written anew looks like its neighbours: %s', (_, before, images, after) => {
  expect(edited(before, images)).toBe(after);
  expect(edited(after, images)).toBe(after);
});

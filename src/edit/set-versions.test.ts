import { expect, test } from 'vitest';
import { type Case, DIGEST, edited } from './edited.fixture.ts';

const values: readonly Case[] = [
  [
    'a map in brackets',
    'images: {api: {tag: a1}, web: {tag: b1}}\n',
    'web=b2',
    'images: {api: {tag: a1}, web: {tag: b2}}\n',
  ],
  [
    'a map in brackets with spaces',
    'images: { api: { tag: a1 } }\n',
    'api=a2',
    'images: { api: { tag: a2 } }\n',
  ],
  ['a block', 'images:\n  api:\n    tag: a1\n', 'api=a2', 'images:\n  api:\n    tag: a2\n'],
  ['double quotes', 'images: {api: {tag: "a1"}}\n', 'api=a2', 'images: {api: {tag: "a2"}}\n'],
  ['single quotes', "images: {api: {tag: 'a1'}}\n", 'api=a2', "images: {api: {tag: 'a2'}}\n"],
  ['JSON', '{"images":{"api":{"tag":"a1"}}}', 'api=a2', '{"images":{"api":{"tag":"a2"}}}'],
  [
    'comments above, behind and below',
    '# One.\nimages: # Two.\n  # Three.\n  api: {tag: a1} # Four.\n  # Five.\n# Six.\n',
    'api=a2',
    '# One.\nimages: # Two.\n  # Three.\n  api: {tag: a2} # Four.\n  # Five.\n# Six.\n',
  ],
  [
    'spaces to align and at the end',
    'images:\n  api:   {tag:   a1}  \n',
    'api=a2',
    'images:\n  api:   {tag:   a2}  \n',
  ],
  [
    'indentation by three',
    'images:\n   api:\n      tag: a1\n',
    'api=a2',
    'images:\n   api:\n      tag: a2\n',
  ],
  [
    'line ends of Windows',
    'images:\r\n  api: {tag: a1}\r\nz: 1\r\n',
    'api=a2',
    'images:\r\n  api: {tag: a2}\r\nz: 1\r\n',
  ],
  ['no line break at the end', 'images:\n  api:\n    tag: a1', 'api=a2', 'images:\n  api:\n    tag: a2'],
  ['a byte order mark', '\ufeffimages: {api: {tag: a1}}\n', 'api=a2', '\ufeffimages: {api: {tag: a2}}\n'],
  [
    'marks of the document',
    '---\nimages: {api: {tag: a1}}\n...\n',
    'api=a2',
    '---\nimages: {api: {tag: a2}}\n...\n',
  ],
  [
    'other scripts',
    '# Größe 漢字 🛒\nimages: {api: {tag: a1}} # 🛒\n',
    'api=a2',
    '# Größe 漢字 🛒\nimages: {api: {tag: a2}} # 🛒\n',
  ],
  [
    'an anchor that nothing repeats',
    'images: {api: &api {tag: &tag a1}}\n',
    'api=a2',
    'images: {api: &api {tag: &tag a2}}\n',
  ],
  ['an explicit text', 'images: {api: {tag: !!str 12}}\n', 'api=13', 'images: {api: {tag: !!str "13"}}\n'],
  [
    'several at once',
    'images:\n  api: {tag: a1}\n  web: {tag: b1}\n',
    'web=b2 api=a2',
    'images:\n  api: {tag: a2}\n  web: {tag: b2}\n',
  ],
  [
    'a variant',
    'images: {api: {tag: a1, variants: {canary: {tag: c1}}}}\n',
    'api/canary=c2',
    'images: {api: {tag: a1, variants: {canary: {tag: c2}}}}\n',
  ],
  ['the same again', 'images: {api: {tag: a1}}\n', 'api=a1', 'images: {api: {tag: a1}}\n'],
];

const wordsOfYaml: readonly Case[] = [
  '1e3',
  '0123',
  '12',
  '1.10',
  'yes',
  'null',
  '2026-01-02',
  '0x1F',
  '1_000',
].map((tag) => [
  `${tag}, which is no text`,
  'images: {api: {tag: a1}}\n',
  `api=${tag}`,
  `images: {api: {tag: "${tag}"}}\n`,
]);

test.each([...values, ...wordsOfYaml])('only the value changes: %s', (_, before, images, after) => {
  expect(edited(before, images)).toBe(after);
  expect(edited(after, images)).toBe(after);
});

test.each([
  [
    'a version from elsewhere',
    'v: &v a1\nimages: {api: {tag: *v}}\n',
    '2:21 images.api.tag: *v repeats what stands in line 1',
  ],
  ['an image from elsewhere', 'i: &i {tag: a1}\nimages: {api: *i}\n', '2:15 images.api: *i repeats'],
  ['all images from elsewhere', 'i: &i {api: {tag: a1}}\nimages: *i\n', '2:9 images: *i repeats'],
  [
    'a version that others repeat',
    'images:\n  api: {tag: &v a1}\n  web: {tag: *v}\n',
    '2:17 images.api.tag: *v in line 3 repeats this',
  ],
  [
    'an image that others repeat',
    'images:\n  api: &i\n    tag: a1\n  web: *i\n',
    'images.api: *i in line 4 repeats this',
  ],
  ['a tab', 'images:\n\tapi: {tag: a1}\n', 'a tab indents this line'],
  ['no map', 'images: [api]\n', '1:9 images: expected a map'],
  [
    'a text below a bar',
    'images:\n  api:\n    tag: |-\n      a1\n',
    '3:10 images.api.tag: expected a version on one line',
  ],
  [
    'a comment within brackets that would go',
    `images: {api: {tag: a1, # why\n  digest: ${DIGEST}}}\n`,
    '2:3 images.api.digest: digest has to go',
  ],
])('%s is left to a person', (_, before, message) => {
  expect(() => edited(before, 'api=a2')).toThrow(message);
});

test('everything that is left to a person is told at once', () => {
  const text = 'v: &v a1\nimages: {api: {tag: *v}, web: {tag: *v}}\n';
  expect(() => edited(text, 'api=a2 web=b2')).toThrow(/images\.api\.tag.*images\.web\.tag/s);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localPath } from './local-path.ts';

it('follows a path of this site with its query', () => {
  expect(localPath('/dien-hinh?q=an&trang=2')).toBe('/dien-hinh?q=an&trang=2');
  expect(localPath('/điển-hình')).toBe('/%C4%91i%E1%BB%83n-h%C3%ACnh');
});

it.each([
  ...[
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '',
  ],
  ...[
    'javascript:alert(1)',
    'evil.example',
    '/\n/evil.example',
    '/a/..//evil.example',
    '/%0d%0a/..//evil.example',
  ],
  ...['/./\\evil.example', `/${'a'.repeat(3000)}`, ' /dien-hinh', '/.//evil.example'],
])('does not follow %j', (given) => {
  expect(localPath(given)).toBeNull();
});

it('never leads to another site, whatever was handed to us', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '//',
    '.',
    '..',
    'evil.example',
    '@',
    ':',
    '%2f',
    '%5c',
    '\t',
    '\n',
    '?',
    '#',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = localPath(pieces.join(''));
      if (path !== null) expect(new URL(path, 'https://ours.example').origin).toBe('https://ours.example');
    }),
    { numRuns: 2000 },
  );
});

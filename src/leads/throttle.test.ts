import { expect, it } from 'vitest';
import { netOf } from './throttle.ts';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1'],
  ['2001:db8:0:1::9', '2001:db8:0:1'],
  ['2001:0DB8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  [null, 'unknown'],
])('counts “%s” with everything of its own connection', (ip, net) => {
  expect(netOf(ip)).toBe(net);
});

import { describe, expect, it } from 'vitest';
import { sniff } from './media-types.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

describe('the kind of a file', () => {
  it.each([
    ['ffd8ffe000104a46', 'jpeg'],
    ['89504e470d0a1a0a0000', 'png'],
    ['52494646aabbccdd57454250', 'webp'],
    ['255044462d312e37', 'pdf'],
    ['504b030414000600', 'zip'],
    ['d0cf11e0a1b11ae1', 'old_office'],
    ['00000018667479706865696300000000', 'heic'],
  ])('is read from its first bytes: %s is %s', (bytes, kind) => {
    expect(sniff(hex(bytes))).toBe(kind);
  });

  it.each([
    ['a page of HTML', Buffer.from('<!doctype html><script>alert(1)</script>').toString('hex')],
    ['a drawing in SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('hex')],
    ['a program', '4d5a90000300'],
    ['sound in the same wrapping as WebP', '52494646aabbccdd57415645'],
    ['the mark of WebP in the wrong wrapping', '00000000aabbccdd57454250'],
    ['half a mark', 'ffd8'],
    ['nothing', ''],
  ])('is none of ours for %s', (_what, bytes) => {
    expect(sniff(hex(bytes))).toBeNull();
  });
});

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { thumbnailOf, tidyPicture } from './picture.ts';

/** Left half red, right half blue. */
const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#cc0000' } }).composite([
    {
      input: { create: { width: Math.ceil(width / 2), height, channels: 3, background: '#0000cc' } },
      left: Math.floor(width / 2),
      top: 0,
    },
  ]);

const kept = async (bytes: Uint8Array, format: 'jpeg' | 'png' | 'webp') => {
  const tidy = await tidyPicture(bytes, format);
  if (!tidy.ok) throw new Error(tidy.sentence);
  return tidy.bytes;
};

describe('a picture that is kept', () => {
  it('has lost the place, the device and the time that the camera wrote into it', async () => {
    const photo = await drawn(80, 40)
      .withExif({
        IFD0: { Make: 'Điện thoại', Copyright: 'bí mật' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 19/1 0/1' },
      })
      .jpeg()
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const after = await sharp(await kept(photo, 'jpeg')).metadata();
    expect(after.exif).toBeUndefined();
    expect(after.xmp).toBeUndefined();
    expect(after.iptc).toBeUndefined();
  });

  it('stands upright although its camera only noted how it was held', async () => {
    const lying = await drawn(80, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await sharp(await kept(lying, 'jpeg')).metadata()).toMatchObject({ width: 40, height: 80 });
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'keeps its format (%s) and is at most 2,000 pixels long',
    async (format) => {
      const large = await drawn(3_000, 1_500).toFormat(format).toBuffer();
      const after = await sharp(await kept(large, format)).metadata();
      expect(after).toMatchObject({ format, width: 2_000, height: 1_000 });
    },
  );

  it('is not made larger than it was', async () => {
    const small = await drawn(64, 48).png().toBuffer();
    expect(await sharp(await kept(small, 'png')).metadata()).toMatchObject({ width: 64, height: 48 });
  });

  it('carries nothing hidden behind its last pixel', async () => {
    const photo = Buffer.concat([
      await drawn(80, 40).jpeg().toBuffer(),
      Buffer.from('<script>giau</script>'),
    ]);
    expect(Buffer.from(await kept(photo, 'jpeg')).includes('giau')).toBe(false);
  });
});

describe('a picture that is damaged', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is refused when it was cut off (%s)', async (format) => {
    const noise = await sharp({
      create: {
        width: 400,
        height: 300,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    })
      .toFormat(format)
      .toBuffer();
    expect(await tidyPicture(noise.subarray(0, noise.length / 2), format)).toMatchObject({ ok: false });
  });

  it('is refused when there is nothing behind the first bytes', async () => {
    expect(await tidyPicture(Buffer.from('ffd8ffe000104a464946', 'hex'), 'jpeg')).toEqual({
      ok: false,
      sentence: 'bị hỏng, không mở được ảnh',
    });
  });

  it('is refused before it is unpacked when it would fill the memory', async () => {
    const header = await drawn(8, 8).png().toBuffer();
    // width and height stand in the first chunk of a PNG
    header.writeUInt32BE(30_000, 16);
    header.writeUInt32BE(30_000, 20);
    const tidy = await tidyPicture(header, 'png');
    expect(tidy.ok).toBe(false);
  });
});

describe('a thumbnail', () => {
  it('is a small JPEG of the whole picture', async () => {
    const photo = await drawn(1_000, 500).webp().toBuffer();
    expect(await sharp(await thumbnailOf(photo)).metadata()).toMatchObject({
      format: 'jpeg',
      width: 320,
      height: 160,
    });
  });
});

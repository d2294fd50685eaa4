import sharp from 'sharp';

/** Longer side of a kept picture and of its thumbnail, in pixels. */
export const PICTURE_SIDE = 2_000;
export const THUMBNAIL_SIDE = 320;
/** A phone of today takes 50 million; more is a mistake or an attempt to fill the memory. */
const MAX_PIXELS = 100_000_000;

export type PictureFormat = 'jpeg' | 'png' | 'webp';
export type TidyPicture = { ok: true; bytes: Uint8Array } | { ok: false; sentence: string };

/**
 * Draws a picture anew: turned as it was taken, at most 2,000 pixels on the longer side, without what the camera
 * wrote into it (place, device, time), and without anything that might hide behind its last pixel.
 */
export async function tidyPicture(bytes: Uint8Array, format: PictureFormat): Promise<TidyPicture> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS) return { ok: false, sentence: 'có kích thước ảnh quá lớn' };
    return { ok: true, bytes: await redrawn(bytes, format) };
  } catch {
    return { ok: false, sentence: 'bị hỏng, không mở được ảnh' };
  }
}

const redrawn = (bytes: Uint8Array, format: PictureFormat): Promise<Uint8Array> =>
  opened(bytes)
    .resize({ width: PICTURE_SIDE, height: PICTURE_SIDE, fit: 'inside', withoutEnlargement: true })
    .toFormat(format, format === 'png' ? {} : { quality: 84 })
    .toBuffer();

/** A small JPEG of a kept picture. */
export const thumbnailOf = (bytes: Uint8Array): Promise<Uint8Array> =>
  opened(bytes)
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 72 })
    .toBuffer();

const opened = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
    .timeout({ seconds: 20 })
    .autoOrient();

/** Longer side in pixels; the server draws pictures no larger either. */
const SIDE = 2_000;
/** Below that a picture of the right size goes as it is. */
const SMALL_ENOUGH = 700 * 1024;
const QUALITY = 0.85;

/**
 * The picture as small as the office keeps it anyway, turned as it was taken; a phone's 8 MB become some 500 KB. What
 * is no picture, or none that this browser can open, comes back as it is: the server says what is wrong with it.
 */
export async function shrunk(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml') return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
    if (scale === 1 && file.size <= SMALL_ENOUGH) return file;
    const blob = await drawn(bitmap, scale);
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], `${file.name.replace(/\.\w{1,5}$/, '')}.jpg`, { type: 'image/jpeg' });
  } catch {
    return file;
  }
}

function drawn(bitmap: ImageBitmap, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  // what is see-through would become black
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}

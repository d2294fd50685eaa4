/** The kinds of file that are kept as evidence, and how each is handed out again. */
export const MEDIA_TYPES = {
  'image/jpeg': { name: 'Ảnh JPEG', extension: 'jpg', picture: true, inline: true },
  'image/png': { name: 'Ảnh PNG', extension: 'png', picture: true, inline: true },
  'image/webp': { name: 'Ảnh WebP', extension: 'webp', picture: true, inline: true },
  'application/pdf': { name: 'PDF', extension: 'pdf', picture: false, inline: true },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    name: 'Word',
    extension: 'docx',
    picture: false,
    inline: false,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    name: 'Excel',
    extension: 'xlsx',
    picture: false,
    inline: false,
  },
} as const;

export type MediaType = keyof typeof MEDIA_TYPES;

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** For the `accept` of a file field: what the person is offered to choose from. */
export const ACCEPTED = '.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx';
export const ACCEPTED_IN_WORDS = 'ảnh JPEG, PNG, WebP, tệp PDF, Word (.docx) hoặc Excel (.xlsx)';

export const isMediaType = (text: string): text is MediaType => Object.hasOwn(MEDIA_TYPES, text);

/** What a file is by its first bytes; its name and what the browser says of it are not asked. */
export type Sniffed = 'jpeg' | 'png' | 'webp' | 'pdf' | 'zip' | 'old_office' | 'heic' | null;

const SIGNATURES: readonly [kind: NonNullable<Sniffed>, at: number, hex: string][] = [
  ['jpeg', 0, 'ffd8ff'],
  ['png', 0, '89504e470d0a1a0a'],
  ['pdf', 0, '255044462d'],
  ['zip', 0, '504b0304'],
  ['old_office', 0, 'd0cf11e0a1b11ae1'],
  ['webp', 8, '57454250'],
  ['heic', 4, '6674797068656963'],
  ['heic', 4, '6674797068656978'],
  ['heic', 4, '667479706d696631'],
];

export function sniff(bytes: Uint8Array): Sniffed {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex');
  const found = SIGNATURES.find(([, at, hex]) => head.startsWith(hex, at * 2));
  if (found?.[0] === 'webp' && !head.startsWith('52494646')) return null;
  return found?.[0] ?? null;
}

/** One file inside a zip, as the directory at the zip's end describes it. */
export interface ZipEntry {
  name: string;
  method: 'stored' | 'deflated' | 'other';
  encrypted: boolean;
  crc32: number;
  /** Bytes, as declared; `checkZip` holds the content to it. */
  packedSize: number;
  size: number;
  /** Where its packed bytes begin. */
  dataAt: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;

/**
 * Reads the directory of a zip without unpacking anything. Null when it is damaged or cut off, or written in the
 * long form (zip64), which no file within the limit of an upload needs.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(zip);
  if (end === null) return null;
  const count = zip.readUInt16LE(end + 10);
  const directoryAt = zip.readUInt32LE(end + 16);
  if (directoryAt + zip.readUInt32LE(end + 12) > end) return null;
  const entries: ZipEntry[] = [];
  let at = directoryAt;
  for (let index = 0; index < count; index++) {
    const entry = readEntry(zip, at, end, directoryAt);
    if (!entry) return null;
    entries.push(entry);
    at += CENTRAL_LENGTH + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record stands last, before a comment of unknown length. */
function findEnd(zip: Buffer): number | null {
  const first = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= first; at--) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  return null;
}

function readEntry(zip: Buffer, at: number, end: number, directoryAt: number): ZipEntry | null {
  if (at + CENTRAL_LENGTH > end || zip.readUInt32LE(at) !== CENTRAL) return null;
  const nameLength = zip.readUInt16LE(at + 28);
  if (at + CENTRAL_LENGTH + nameLength > end) return null;
  const localAt = zip.readUInt32LE(at + 42);
  const packedSize = zip.readUInt32LE(at + 20);
  if (localAt + LOCAL_LENGTH > directoryAt || zip.readUInt32LE(localAt) !== LOCAL) return null;
  const dataAt = localAt + LOCAL_LENGTH + zip.readUInt16LE(localAt + 26) + zip.readUInt16LE(localAt + 28);
  if (dataAt + packedSize > directoryAt) return null;
  return {
    name: zip.toString('utf8', at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength),
    method: METHODS[zip.readUInt16LE(at + 10)] ?? 'other',
    encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
    crc32: zip.readUInt32LE(at + 16),
    packedSize,
    size: zip.readUInt32LE(at + 24),
    dataAt,
  };
}

const METHODS: Readonly<Record<number, ZipEntry['method']>> = { 0: 'stored', 8: 'deflated' };

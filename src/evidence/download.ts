import { notFoundPage } from '../web/error-pages.tsx';
import { idParam } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { MEDIA_TYPES } from './media-types.ts';
import { thumbnailOf } from './picture.ts';
import { findKeptFile, type KeptFile } from './queries.ts';

/** Hands out the file of a piece of evidence to those who may see its exemplar. */
export async function downloadEvidence(visit: Visit): Promise<Response> {
  const file = await fileAskedFor(visit);
  if (!file) return notFoundPage(visit);
  return handOut(visit, file);
}

/** The same, to be saved and not shown. */
export async function saveEvidence(visit: Visit): Promise<Response> {
  const file = await fileAskedFor(visit);
  if (!file) return notFoundPage(visit);
  const bytes = await visit.get('deps').files.get(file.sha256);
  return answer(visit, bytes, file.mediaType, dispositionOf(file, 'attachment'));
}

/** A PDF for the frame of the viewer: the only answer of ours that a page, our own, may put into a frame. */
export async function framedEvidence(visit: Visit): Promise<Response> {
  const file = await fileAskedFor(visit);
  if (file?.mediaType !== 'application/pdf') return notFoundPage(visit);
  const bytes = await visit.get('deps').files.get(file.sha256);
  const response = answer(visit, bytes, file.mediaType, dispositionOf(file));
  response.headers.set('Content-Security-Policy', `${NOTHING_RUNS}; frame-ancestors 'self'`);
  response.headers.set('X-Frame-Options', 'SAMEORIGIN');
  return response;
}

/** Hands out a kept file under its title; nothing in it runs as a page of ours. The caller has made sure of the reach. */
export async function handOut(visit: Visit, file: KeptFile): Promise<Response> {
  const bytes = await visit.get('deps').files.get(file.sha256);
  return answer(visit, bytes, file.mediaType, dispositionOf(file));
}

/** A small picture for lists; made when it is asked for, in some ten milliseconds. */
export async function downloadThumbnail(visit: Visit): Promise<Response> {
  const file = await fileAskedFor(visit);
  if (!file || !MEDIA_TYPES[file.mediaType].picture) return notFoundPage(visit);
  const bytes = await visit.get('deps').files.get(file.sha256);
  // kept only so long that going to and fro draws nothing anew: machines in offices are shared
  visit.header('Cache-Control', 'private, max-age=600');
  return answer(visit, await thumbnailOf(bytes), 'image/jpeg', 'inline');
}

async function fileAskedFor(visit: Visit): Promise<KeptFile | null> {
  const id = idParam(visit);
  return id === null ? null : findKeptFile(visit.get('deps').db, actorOf(visit), id);
}

/** A document that came from outside must never run as a page of ours. */
const NOTHING_RUNS = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";

function answer(visit: Visit, bytes: Uint8Array, mediaType: string, disposition: string): Response {
  visit.header('Content-Type', mediaType);
  visit.header('Content-Length', String(bytes.length));
  visit.header('Content-Disposition', disposition);
  visit.header('X-Content-Type-Options', 'nosniff');
  visit.header('Content-Security-Policy', `${NOTHING_RUNS}; frame-ancestors 'none'`);
  // no page elsewhere may pull it in, not even as a picture
  visit.header('Cross-Origin-Resource-Policy', 'same-origin');
  return visit.body(new Uint8Array(bytes));
}

/** The title as the name of the file, in both spellings that browsers know. */
function dispositionOf({ title, mediaType }: KeptFile, how?: 'attachment'): string {
  const { extension, inline } = MEDIA_TYPES[mediaType];
  const name = title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
  const plain =
    withoutMarks(name)
      .replace(/[^\w .()-]+/g, '')
      .trim() || 'minh-chung';
  const full = encodeURIComponent(`${name}.${extension}`).replace(/['()*]/g, percentOf);
  return `${how ?? (inline ? 'inline' : 'attachment')}; filename="${plain}.${extension}"; filename*=UTF-8''${full}`;
}

const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');

const percentOf = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

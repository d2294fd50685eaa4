import { notFoundPage } from '../web/error-pages.tsx';
import { officePage } from '../web/page.tsx';
import { idParam } from '../web/route.ts';
import { POLICY_WITH_OWN_FRAMES } from '../web/security-headers.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { type DocxText, readDocxText } from './docx-text.ts';
import { DOCX } from './media-types.ts';
import { type EvidenceInView, findEvidence } from './queries.ts';
import { ViewerPage } from './viewer-page.tsx';

/** Shows a piece of evidence in place, with the way to the one before and after it. */
export async function viewEvidence(visit: Visit): Promise<Response> {
  const id = idParam(visit);
  const evidence = id === null ? null : await findEvidence(visit.get('deps').db, actorOf(visit), id);
  if (!evidence) return notFoundPage(visit);
  if (evidence.mediaType === 'application/pdf')
    visit.header('Content-Security-Policy', POLICY_WITH_OWN_FRAMES);
  return officePage(visit, {
    title: evidence.title,
    pictures: true,
    scripts: ['evidence-viewer'],
    children: <ViewerPage evidence={evidence} words={await wordsOf(visit, evidence)} />,
  });
}

/** Of a Word document its text alone, read by our own reader: nothing of the document itself comes into the page. */
async function wordsOf(visit: Visit, { mediaType, sha256 }: EvidenceInView): Promise<DocxText | null> {
  if (mediaType !== DOCX) return null;
  return readDocxText(await visit.get('deps').files.get(sha256));
}

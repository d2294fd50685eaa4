import type { OfficialPaper } from '../papers/official-paper.ts';
import { renderPdf } from '../papers/pdf.ts';
import { SUBJECT_KINDS } from '../subjects/kinds.ts';
import { queryChoice } from '../web/query.ts';
import { get, type Route } from '../web/route.ts';
import { consentLawsOn, consentPaper } from './consent-paper.ts';
import { registerPaper } from './register-paper.ts';
import { registerContent } from './register-paper-queries.ts';
import { withExemplar } from './work-form.tsx';

/** The forms on paper: empty for a kind of subject (`?loai=`), filled for an exemplar, and that of its consent. */
export const registerPaperRoutes: Route[] = [
  get('/dien-hinh/mau-phieu.pdf', 'signed_in', (visit) => {
    const kind = queryChoice(visit, 'loai', SUBJECT_KINDS) ?? 'individual';
    const { clock } = visit.get('deps');
    return answer(registerPaper({ kind, content: null }, clock.today()), `mau-phieu-${kind}`);
  }),
  get('/dien-hinh/:id/phieu.pdf', 'signed_in', (visit) =>
    withExemplar(visit, async (exemplar) => {
      const { db, clock } = visit.get('deps');
      const content = await registerContent(db, exemplar);
      const paper = registerPaper({ kind: exemplar.subject.kind, content }, clock.today());
      return answer(paper, `phieu-dang-ky-${exemplar.id}`);
    }),
  ),
  get('/dien-hinh/:id/dong-y.pdf', 'signed_in', (visit) =>
    withExemplar(visit, async (exemplar) => {
      const { db, clock } = visit.get('deps');
      const today = clock.today();
      const laws = await consentLawsOn(db, today);
      return answer(consentPaper(exemplar, laws, today), `phieu-dong-y-${exemplar.id}`);
    }),
  ),
];

async function answer(paper: OfficialPaper, name: string): Promise<Response> {
  return new Response(Buffer.from(await renderPdf(paper, { form: true })), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
}

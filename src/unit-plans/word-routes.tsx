import { readDocxText } from '../evidence/docx-text.ts';
import { sentFiles } from '../evidence/sent-files.ts';
import { readForm } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import { refusalToWork } from './changing.ts';
import { FILE_FIELD } from './files.ts';
import { stepForm } from './forms.ts';
import { type Section, sectionsOf } from './headings.ts';
import { changeUnitPlan, withUnitPlan } from './on-plan.ts';
import { partsOfPlan, type UnitPlanInView } from './queries.ts';
import { takeWords } from './take-words.ts';
import { MOST_SECTIONS, sectionsTyped, takeForm } from './word-forms.ts';
import { ConfirmWordPage, UploadWordPage } from './word-pages.tsx';
import type { Again } from './write-page.tsx';
import { lockedPage } from './write-routes.tsx';

const FRESH: Again = { errors: {}, reasons: [], typed: {} };
const PATH = '/ke-hoach-don-vi/:id/doc-word';

/** From a Word file to the parts of the plan: read, show what goes where, and take over what a person confirms. */
export const wordRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) => withUnitPlan(visit, (plan) => uploadPage(visit, plan, FRESH))),
  post(PATH, 'signed_in', (visit) => withUnitPlan(visit, (plan) => readWord(visit, plan))),
  post(`${PATH}/lay`, 'signed_in', (visit) =>
    changeUnitPlan(visit, {
      schema: takeForm,
      command: takeWords,
      said: 'Đã lấy lời văn từ tệp Word. Hãy xem lại từng phần trước khi gửi.',
      anchor: 'noi-dung',
      again: (plan, again) => confirmPage(visit, plan, sectionsTyped(again.typed), again),
    }),
  ),
];

async function readWord(visit: Visit, plan: UnitPlanInView): Promise<Response> {
  const refusal = refusalToWork(plan);
  if (refusal) return lockedPage(visit, plan, refusal);
  const { db, config } = visit.get('deps');
  const form = await readForm(visit, stepForm);
  const wrong = (sentence: string) =>
    uploadPage(visit, plan, { ...FRESH, errors: { [FILE_FIELD]: sentence } });
  if (!form.ok) return uploadPage(visit, plan, { ...FRESH, errors: form.errors });
  const [file, ...more] = await sentFiles(visit, FILE_FIELD);
  if (!file) return wrong('Hãy chọn tệp Word.');
  if (more.length > 0) return wrong('Mỗi lần đọc một tệp.');
  if (file.bytes.length > config.uploadMaxBytes) return wrong(`Tệp “${file.name}” quá lớn.`);
  const read = await readDocxText(file.bytes);
  if (!read.ok) return wrong(`Tệp “${file.name}” ${read.sentence}.`);
  const found = sectionsOf(read.blocks, await partsOfPlan(db, plan.planId));
  // a heading with nothing under it, such as the title of the paper, leaves nothing to take over
  const sections = found.filter(({ text }) => text !== '');
  if (sections.length > MOST_SECTIONS)
    return wrong(
      `Tệp “${file.name}” có nhiều quá ${MOST_SECTIONS} mục; có lẽ đây không phải là kế hoạch của đơn vị.`,
    );
  return confirmPage(visit, plan, sections, FRESH);
}

async function uploadPage(visit: Visit, plan: UnitPlanInView, again: Again): Promise<Response> {
  const refusal = refusalToWork(plan);
  if (refusal) return lockedPage(visit, plan, refusal);
  return officePage(visit, {
    title: 'Lấy lời văn từ tệp Word',
    status: Object.keys(again.errors).length > 0 ? 422 : 200,
    children: <UploadWordPage plan={plan} errors={again.errors} />,
  });
}

async function confirmPage(
  visit: Visit,
  plan: UnitPlanInView,
  sections: readonly Section[],
  again: Again,
): Promise<Response> {
  const asked = await partsOfPlan(visit.get('deps').db, plan.planId);
  return officePage(visit, {
    title: 'Xếp các mục của tệp Word',
    status: Object.keys(again.errors).length + again.reasons.length > 0 ? 422 : 200,
    children: <ConfirmWordPage {...{ plan, asked, sections, again }} />,
  });
}

import { type OfficeInView, searchOffices } from '../../offices/find.ts';
import { recordSuccession } from '../../offices/succeed-office.ts';
import { answerRefusal } from '../answer.tsx';
import { redirectWith } from '../flash.ts';
import { readForm } from '../form.ts';
import { officePage } from '../page.tsx';
import { queryText } from '../query.ts';
import { acting, type Visit } from '../visit.ts';
import { successionForm } from './forms.ts';
import { type Again, isFresh } from './office-form.tsx';
import { SucceedPage } from './succeed-page.tsx';

const MOST_OFFERED = 30;

export async function succeedPage(visit: Visit, office: OfficeInView, again: Again): Promise<Response> {
  const text = queryText(visit, 'q', 100);
  const found = text ? await searchOffices(visit.get('deps').db, text, MOST_OFFERED) : [];
  return officePage(visit, {
    title: `Ghi kế thừa của ${office.name}`,
    status: isFresh(again) ? 200 : 422,
    children: <SucceedPage office={office} text={text} found={found} {...again} />,
  });
}

export async function succeedPost(visit: Visit, office: OfficeInView): Promise<Response> {
  const form = await readForm(visit, successionForm);
  const again = (errors: Again['errors'], reasons: Again['reasons']) =>
    succeedPage(visit, office, { errors, reasons, typed: form.typed });
  if (!form.ok) return again(form.errors, []);
  const { direction, others, ...rest } = form.value;
  const sides = direction === 'after' ? { from: [office.id], to: others } : { from: others, to: [office.id] };
  const outcome = await recordSuccession(acting(visit, form.key), { ...sides, ...rest });
  const backTo = `/don-vi/${office.id}`;
  if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo, again });
  return redirectWith(visit, backTo, 'Đã ghi kế thừa.');
}

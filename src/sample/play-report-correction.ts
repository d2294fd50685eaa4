import { changeExemplar } from '../exemplars/change.ts';
import type { Breadth, Origin } from '../exemplars/step-effect.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import { agreed } from './agreed.ts';
import type { ReportStage } from './play-reports.ts';

const CORRECTED_ON = '2018-03-14';
const OFFICE = '227';
const CORRECTOR = 'tdkt.luong';

/**
 * Months after the reports of 2017, somebody finds out that an exemplar which they counted as one of an aspect is
 * comprehensive: the figures of its district have changed since they were sent, and so has what was merged from them.
 */
export async function playCorrection(stage: ReportStage): Promise<void> {
  const row = await stage.tx
    .selectFrom('exemplar as e')
    .innerJoin('subject as s', 's.id', 'e.subject_id')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .select(['e.id', 'e.plan_id as planId', 'e.field_id as fieldId', 'e.movement_id as movementId'])
    .select(['e.title', 'e.statement', 'e.origin', 'e.sources', 'e.source_note as sourceNote'])
    .select(['e.field_hint as fieldHint', 'e.found_on as foundOn', 's.kind', 's.full_name as fullName'])
    .select(['s.birth_year as birthYear', 's.place', 's.position', 's.representative'])
    .where('e.breadth', '=', 'aspect')
    .where('e.state', 'in', ['nurtured', 'recognised', 'honoured'])
    .where('e.found_on', '<', '2017-03-01')
    .where(({ eb, val }) => eb(val(stage.officeId(OFFICE)), '=', eb.fn.any('o.path')))
    .orderBy('e.id')
    .limit(1)
    .executeTakeFirst();
  if (!row) return;
  const { kind, fullName, birthYear, place, position, representative, origin, ...registration } = row;
  const breadth: Breadth = 'comprehensive';
  agreed(
    await changeExemplar(stage.acting(CORRECTOR, CORRECTED_ON), {
      ...registration,
      breadth,
      origin: origin as Origin,
      version: null,
      subject: { kind: kind as SubjectKind, fullName, birthYear, place, position, representative },
    }),
    'correcting an exemplar',
  );
}

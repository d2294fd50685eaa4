import type { AuditFields } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { dropPlace, keepPlace } from '../places/keep-place.ts';
import { metresOutside } from '../places/outline.ts';
import { parsePoint } from '../places/parse-point.ts';
import { distanceM, type Point } from '../places/point.ts';
import { outlineAround, positionsOf } from '../places/positions.ts';
import { PRECISION_NAMES } from '../places/precision.ts';
import { type RecordedPlace, recordedPlace } from '../places/queries.ts';
import { lengthInWords } from '../places/words.ts';
import type { Reader } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { changing } from './changing.ts';
import type { PlaceInput } from './place-form.ts';
import { type PlaceOffice, placeOffices } from './place-offices.ts';
import type { ExemplarInView } from './queries.ts';
import { recordChange } from './record-change.ts';
import { type Difference, difference } from './record-difference.ts';
import type { WorkInput } from './work-form.tsx';
import { refusalToWork } from './work-rules.ts';

/** Beyond it a point is asked about: the line around the province is coarse, and places lie at its edge. */
const OUTSIDE_M = 3_000;

/**
 * Records where an exemplar is: its commune, and the point where it is known. A point outside of the province, or far
 * from the commune that was chosen, is taken only when the person says that it is right. The audit tells that a point
 * was recorded and never which: it is read by those who may not know.
 */
export function recordPlace(acting: Acting, input: WorkInput<PlaceInput>): Promise<Outcome<{ id: number }>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'registration');
    if (refusal) return refused(refusal);
    const offices = await placeOffices(tx, exemplar, acting.clock.today());
    const office = offices.find(({ id }) => id === input.officeId);
    if (!office) return invalid({ officeId: 'Hãy chọn xã, phường trong danh sách.' });
    const read = await pointOf(tx, exemplar, office, input);
    if (!read.ok) return read;
    const audience = { kind: 'staff' as const, roles: exemplar.roles };
    const before = await recordedPlace(tx, exemplar.id, audience);
    await keepPlace(tx, {
      exemplarId: exemplar.id,
      officeId: office.id,
      point: read.value,
      shown: { staff: input.staff, public: input.public },
      source: input.source,
      recordedBy: acting.actor.accountId,
      recordedOn: acting.clock.today(),
    });
    const after = await recordedPlace(tx, exemplar.id, audience);
    await recordChange(tx, acting, exemplar, 'exemplar.place_recorded', changeBetween(before, after));
    return done({ id: exemplar.id });
  });
}

/** The point that was typed, null when none was; refused when it cannot be read or is perhaps a slip. */
async function pointOf(
  db: Reader,
  exemplar: ExemplarInView,
  office: PlaceOffice,
  { point, sure }: PlaceInput,
): Promise<Outcome<Point | null>> {
  if (point === null) return done(null);
  const read = parsePoint(point);
  if (!read.ok) return invalid({ point: read.sentence });
  const doubt = sure ? null : await doubtAbout(db, exemplar, office, read.point);
  return doubt ? invalid({ sure: doubt }) : done(read.point);
}

function changeBetween(before: RecordedPlace | null, after: RecordedPlace | null): Difference {
  const change = difference(before ? inWords(before) : {}, after ? inWords(after) : {});
  const moved = before?.point && after?.point && distanceM(before.point, after.point) > 1;
  return moved ? { ...change, after: { ...change.after, điểm: 'đã ghi điểm khác' } } : change;
}

/** Why the point is perhaps a slip, as a question; null when nothing speaks against it. */
async function doubtAbout(
  db: Reader,
  exemplar: ExemplarInView,
  office: PlaceOffice,
  point: Point,
): Promise<string | null> {
  const [outline, positions] = await Promise.all([
    outlineAround(db, exemplar.officeId),
    positionsOf(db, [office.id]),
  ]);
  const outside = outline ? metresOutside(point, outline.line) : 0;
  if (outside > OUTSIDE_M)
    return `Điểm này cách đường bao ${outline?.name} khoảng ${lengthInWords(outside)}, có đúng không? Nếu đúng, hãy đánh dấu vào ô này rồi lưu.`;
  const position = positions.get(office.id);
  if (!position) return null;
  const { centre, radiusM } = position.area;
  const away = distanceM(point, centre);
  if (away <= radiusM) return null;
  return `Điểm này cách trung tâm ${position.ofName} khoảng ${lengthInWords(away)}, có đúng là ở ${office.name} không? Nếu đúng, hãy đánh dấu vào ô này rồi lưu.`;
}

/** Takes the place off the exemplar. */
export function removePlace(
  acting: Acting,
  input: WorkInput<{ reason: string }>,
): Promise<Outcome<{ id: number }>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'registration');
    if (refusal) return refused(refusal);
    if (!(await dropPlace(tx, exemplar.id))) return notFound();
    await recordChange(tx, acting, exemplar, 'exemplar.place_removed', { reason: input.reason });
    return done({ id: exemplar.id });
  });
}

/** For the audit: what everybody may know. */
const inWords = (place: RecordedPlace): AuditFields => ({
  nơi: place.officeName,
  điểm: place.point ? 'đã ghi' : 'không ghi',
  'cán bộ khác thấy': PRECISION_NAMES[place.shown.staff],
  'công khai': PRECISION_NAMES[place.shown.public],
  nguồn: place.source,
});

import type { Answer } from '../criteria/answer.ts';
import type { AskedCriterion } from '../criteria/asked.ts';
import { addAchievement, confirmAchievement, contradictAchievement } from '../exemplars/achievements.ts';
import { assessExemplar } from '../exemplars/assessment.ts';
import { criteriaAsked } from '../exemplars/assessment-queries.ts';
import { giveConsent } from '../exemplars/consent.ts';
import type { ConsentScope } from '../exemplars/consent-form.ts';
import { recordEndorsement } from '../exemplars/endorsement.ts';
import { addEvidence } from '../exemplars/evidence.ts';
import { findExemplar } from '../exemplars/queries.ts';
import { recordExemplar } from '../exemplars/record.ts';
import type { FileStore } from '../platform/files.ts';
import { yearOf } from './days.ts';
import type { Move } from './moves.ts';
import { actingIn, must, type Scene, target, written } from './stage.ts';

/** Puts an invented exemplar on file; incomplete: who and where, but not yet what for. */
export async function playRecord(scene: Scene<Extract<Move, { does: 'record' }>>): Promise<number> {
  const { stage, invented, move } = scene;
  const { role, subject, origin, breadth } = invented;
  const { merit } = role;
  const complete = !move.incomplete;
  const { id } = await must(
    scene,
    recordExemplar(actingIn(scene), {
      officeId: stage.officeId(role.office.key),
      subject: complete ? subject : { ...subject, birthYear: null, position: null },
      planId: stage.plan.planId,
      fieldId: complete ? (stage.plan.fieldIds.get(role.fieldKey) ?? null) : null,
      movementId: role.fieldKey === 'ntm' ? stage.movementId : null,
      breadth: complete ? breadth : null,
      title: merit.title,
      statement: complete ? merit.statement : null,
      origin,
      sources: origin === 'press' ? ['Bản tin truyền thanh xã (mẫu)'] : [],
      sourceNote: origin === 'citizen' ? 'Người dân giới thiệu bằng thư (mẫu).' : null,
      fieldHint: null,
      foundOn: role.foundOn,
      isSample: true,
    }),
  );
  return id;
}

/** The figures of the merit, each of the year before. */
export async function playMerits(scene: Scene): Promise<void> {
  const { figures } = scene.invented.role.merit;
  const year = yearOf(scene.move.day) - (scene.move.day.slice(5) < '07-01' ? 1 : 0);
  for (const { measure, unit, value } of figures) {
    const statement = `${measure} năm ${year}`;
    await must(
      scene,
      addAchievement(actingIn(scene), { ...target(scene), statement, measure, unit, value, year }),
    );
  }
}

const REFERENCES = [
  'Báo cáo thành tích có xác nhận của UBND xã (mẫu)',
  'Biên bản kiểm tra thực tế (mẫu)',
  'Giấy xác nhận của Hội Nông dân xã (mẫu)',
  'Danh sách và chữ ký của các hộ dân (mẫu)',
];

/** Evidence for most of the figures, by the reference of a paper; the sample keeps no files. */
export async function playEvidence(scene: Scene): Promise<void> {
  const { tx, chance } = scene.stage;
  const achievements = await tx
    .selectFrom('achievement')
    .select(['id', 'statement'])
    .where('exemplar_id', '=', scene.id)
    .orderBy('id')
    .execute();
  for (const { id, statement } of achievements) {
    if (!chance.happens(0.7)) continue;
    const reference = `${chance.between(5, 90)}/BC-mẫu ngày ${written(scene.move.day)}`;
    const input = {
      ...target(scene),
      title: `${chance.pick(REFERENCES)}: ${statement}`,
      achievementId: id,
      reference,
    };
    await must(scene, addEvidence(actingIn(scene), input, { files: NO_FILES, maxBytes: 0, sent: [] }));
  }
}

const NO_FILES: FileStore = {
  put: () => Promise.reject(new Error('The sample keeps no files.')),
  get: () => Promise.reject(new Error('The sample keeps no files.')),
};

export async function playEndorsement(scene: Scene): Promise<void> {
  const { stage, invented, move } = scene;
  const present = stage.chance.between(28, 140);
  const agreed = Math.round(present * (0.84 + stage.chance.next() * 0.16));
  const place = invented.role.district
    ? `Nhà văn hóa khu ${invented.khu}`
    : `Hội trường ${invented.role.office.name}`;
  const minutes = `Biên bản số ${stage.chance.between(1, 40)} (mẫu)`;
  await must(
    scene,
    recordEndorsement(actingIn(scene), {
      ...target(scene),
      heldOn: move.day,
      place,
      present,
      agreed,
      minutes,
    }),
  );
}

const WAYS = ['paper', 'paper', 'in_person', 'telephone'] as const;

export async function playConsent(scene: Scene, scope: ConsentScope): Promise<void> {
  const how = scene.stage.chance.pick(WAYS);
  await must(
    scene,
    giveConsent(actingIn(scene), { ...target(scene), scope, how, givenOn: scene.move.day, note: null }),
  );
}

const OTHER_SOURCE = 'Báo cáo cuối năm của xã ghi số thấp hơn; đã đề nghị đơn vị giải trình (mẫu).';

/** Figures whose papers the deciding office has seen; now and then another paper says otherwise. */
export async function playConfirmation(scene: Scene): Promise<void> {
  const { tx, chance } = scene.stage;
  const open = await tx
    .selectFrom('achievement')
    .select('id')
    .where('exemplar_id', '=', scene.id)
    .where('trust', '=', 'self_declared')
    .orderBy('id')
    .execute();
  const { role } = scene.invented;
  const seen = {
    confirmedBy: role.district?.name ?? role.office.name,
    confirmedWith: 'đối chiếu sổ sách và kiểm tra thực tế (mẫu)',
  };
  for (const { id: item } of open) {
    const about = { ...target(scene), item };
    const drawn = chance.next();
    if (drawn < 0.72) await must(scene, confirmAchievement(actingIn(scene), { ...about, ...seen }));
    else if (drawn > 0.96) {
      await must(scene, contradictAchievement(actingIn(scene), { ...about, source: OTHER_SOURCE }));
    }
  }
}

/** Every criterion met; one unknown when it is to be. */
export async function playAssessment(scene: Scene<Extract<Move, { does: 'assess' }>>): Promise<void> {
  const acting = actingIn(scene);
  const exemplar = await findExemplar(scene.stage.tx, acting.actor, scene.id);
  const asked = exemplar && (await criteriaAsked(scene.stage.tx, exemplar, scene.move.day));
  if (!asked) return;
  const answers = new Map(asked.criteria.map((criterion) => [criterion.id, answerTo(scene, criterion)]));
  const mandatory = asked.criteria.find((criterion) => criterion.mandatory);
  if (scene.move.unknown && mandatory)
    answers.set(mandatory.id, { unknown: true, note: 'Chờ xác minh (mẫu).' });
  await must(scene, assessExemplar(acting, { ...target(scene), answers }));
}

function answerTo({ stage, invented }: Scene, { rule, years, mandatory }: AskedCriterion): Answer {
  switch (rule.kind) {
    case 'yes_no':
      return mandatory || stage.chance.happens(0.7) ? { yes: true } : { unknown: true };
    case 'threshold':
      return { value: rule.atLeast ?? rule.atMost ?? 0 };
    case 'every_year':
      return { years: Object.fromEntries(years.map((year) => [year, 'yes' as const])) };
    case 'rank_in_locality':
      return { rank: 1, among: stage.chance.between(60, 320), locality: invented.role.office.name };
    // the sets of the plan ask nothing else; those that do are played in play-criteria.ts
    default:
      return { unknown: true };
  }
}

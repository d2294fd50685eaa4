import type { ReturnReason } from '../desks/rules.ts';
import { return_ } from '../exemplars/commands.ts';
import { actingIn, must, type Scene, target } from './stage.ts';

/** What the office asks for where a file lacks it, each at its part. */
const LACKING = {
  endorsement: {
    field: 'endorsement',
    label: 'Suy tôn',
    reason: 'Chưa có biên bản suy tôn ghi rõ số người dự, số người tán thành; đề nghị họp và bổ sung.',
  },
  consent: {
    field: 'consent',
    label: 'Sự đồng ý của điển hình',
    reason: 'Chưa thấy ghi điển hình đồng ý đăng ký; đề nghị hỏi và ghi lại.',
  },
  evidence: {
    field: 'evidence',
    label: 'Minh chứng',
    reason: 'Số liệu chưa có minh chứng; đề nghị kèm xác nhận của xã hoặc sổ sách.',
  },
  nurturing: {
    field: 'nurturing',
    label: 'Bồi dưỡng',
    reason: 'Chưa có hoạt động bồi dưỡng ghi rõ người phụ trách, thời hạn.',
  },
} as const satisfies Record<string, ReturnReason>;

const UNCLEAR: ReturnReason = {
  field: 'achievements',
  label: 'Thành tích',
  reason: 'Đề nghị ghi rõ số liệu của từng năm, không ghi gộp.',
};

/** The deciding office sends a file back with all that it really lacks. */
export async function playReturn(scene: Scene): Promise<void> {
  const { tx } = scene.stage;
  const has = await tx
    .selectNoFrom((eb) => [
      eb
        .exists(eb.selectFrom('endorsement').select('exemplar_id').where('exemplar_id', '=', scene.id))
        .as('endorsement'),
      eb.exists(eb.selectFrom('consent').select('id').where('exemplar_id', '=', scene.id)).as('consent'),
      eb.exists(eb.selectFrom('evidence').select('id').where('exemplar_id', '=', scene.id)).as('evidence'),
      eb
        .exists(eb.selectFrom('support_action').select('id').where('exemplar_id', '=', scene.id))
        .as('nurturing'),
    ])
    .executeTakeFirstOrThrow();
  const lacking = Object.values(LACKING).filter(({ field }) => !has[field]);
  const reasons: ReturnReason[] = lacking.length > 0 ? lacking : [UNCLEAR];
  await must(scene, return_(actingIn(scene), { ...target(scene), reasons }));
}

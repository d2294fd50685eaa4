import { checkExemplar } from '../nurturing/check.ts';
import { finishHelp } from '../nurturing/help.ts';
import type { SupportKind } from '../nurturing/kinds.ts';
import { finishSupport, planSupport } from '../nurturing/support.ts';
import { addDays, later } from './days.ts';
import type { Move } from './moves.ts';
import { actingIn, must, type Scene, target } from './stage.ts';

const SUPPORT: readonly { kind: SupportKind; what: string; cost: number | null }[] = [
  { kind: 'motive', what: 'Gặp gỡ, trao đổi để cùng xác định mục tiêu phấn đấu của năm', cost: null },
  {
    kind: 'awareness',
    what: 'Cử dự lớp bồi dưỡng học tập và làm theo tấm gương Hồ Chí Minh',
    cost: 1_500_000,
  },
  { kind: 'skill', what: 'Tập huấn kỹ thuật tại hiện trường', cost: 6_000_000 },
  { kind: 'experience', what: 'Tham quan, học hỏi mô hình cùng loại ở huyện bạn', cost: 8_000_000 },
  { kind: 'spiritual', what: 'Thăm hỏi, động viên gia đình dịp lễ, Tết', cost: 2_000_000 },
  { kind: 'material', what: 'Hỗ trợ giống, vật tư cho vụ đầu', cost: 15_000_000 },
  { kind: 'policy', what: 'Hướng dẫn lập hồ sơ vay vốn ưu đãi', cost: null },
  { kind: 'environment', what: 'Giới thiệu mô hình trên hệ thống truyền thanh xã', cost: null },
];

export async function playSupport(scene: Scene<Extract<Move, { does: 'support' }>>): Promise<void> {
  const { chance } = scene.stage;
  for (const { kind, what, cost } of chance.shuffled(SUPPORT).slice(0, scene.move.count)) {
    const owner = ownerOf(scene);
    const dueOn = addDays(scene.move.day, chance.between(60, 240));
    const moneySource =
      cost === null ? null : chance.pick(['Ngân sách xã', 'Quỹ thi đua, khen thưởng', 'Xã hội hóa']);
    await must(
      scene,
      planSupport(actingIn(scene), { ...target(scene), kind, what, owner, dueOn, cost, moneySource }),
    );
  }
}

const ownerOf = ({ stage, invented: { role } }: Scene): string =>
  role.district
    ? stage.chance.pick([`UBND ${role.office.name}`, `Hội Nông dân ${role.office.name}`, role.district.name])
    : role.office.name;

/** What was promised and is done; the rest stays open, and some of it falls due. */
export async function playSupportDone(scene: Scene): Promise<void> {
  const { tx, chance } = scene.stage;
  const open = await tx
    .selectFrom('support_action')
    .select('id')
    .where('exemplar_id', '=', scene.id)
    .where('done_on', 'is', null)
    .orderBy('id')
    .execute();
  for (const { id: item } of open) {
    if (!chance.happens(0.85)) continue;
    const result = 'Đã thực hiện đúng nội dung; điển hình áp dụng được ngay vào việc đang làm (mẫu).';
    await must(
      scene,
      finishSupport(actingIn(scene), { ...target(scene), item, doneOn: scene.move.day, result }),
    );
  }
}

const WORDS = {
  effect: [
    'Mô hình vẫn chạy tốt, có người đến học.',
    'Có tác dụng trong khu, chưa ra ngoài xã.',
    'Tác dụng còn ít.',
  ],
  efficiency: [
    'Hiệu quả rõ so với năm trước.',
    'Hiệu quả giữ được như năm trước.',
    'Chi phí tăng, hiệu quả giảm.',
  ],
  potential: ['Có thể mở rộng ra khu bên cạnh.', 'Mở rộng được nếu có thêm người cùng làm.', 'Khó mở rộng.'],
  influence: ['Nhiều nơi hỏi cách làm.', 'Được bà con trong xã biết đến.', 'Ít người biết đến.'],
} as const;

const DIFFICULTIES = [
  ['Thiếu vốn để mở rộng', 'Hướng dẫn và bảo lãnh vay vốn Ngân hàng Chính sách xã hội'],
  ['Đầu ra chưa ổn định', 'Kết nối với hợp tác xã tiêu thụ sản phẩm'],
  ['Thiếu người kế cận', 'Cử đoàn viên thanh niên cùng tham gia, kèm cặp'],
  ['Đường vào khu bị sạt lở sau mưa', 'Đưa vào kế hoạch sửa chữa của xã'],
] as const;

export async function playCheck(scene: Scene<Extract<Move, { does: 'check' }>>): Promise<void> {
  const { chance } = scene.stage;
  const { day, conclusion } = scene.move;
  const score = () => (conclusion === 'help' ? chance.between(2, 4) : chance.between(3, 5));
  const [effect, efficiency, potential, influence] = [score(), score(), score(), score()];
  const input = {
    ...{ checkedOn: day, conclusion, effect, efficiency, potential, influence },
    effectWords: wordsFor('effect', effect),
    efficiencyWords: wordsFor('efficiency', efficiency),
    potentialWords: wordsFor('potential', potential),
    influenceWords: wordsFor('influence', influence),
    difficulties: conclusion === 'help' ? [difficulty(scene)] : [],
  };
  await must(scene, checkExemplar(actingIn(scene), { ...target(scene), ...input }));
}

const wordsFor = (question: keyof typeof WORDS, score: number): string =>
  WORDS[question][score >= 4 ? 0 : score === 3 ? 1 : 2];

function difficulty(scene: Scene) {
  const [what, help] = scene.stage.chance.pick(DIFFICULTIES);
  return {
    row: 1,
    difficulty: what,
    help,
    owner: ownerOf(scene),
    dueOn: addDays(scene.move.day, scene.stage.chance.between(30, 120)),
  };
}

export async function playHelpDone(scene: Scene): Promise<void> {
  const open = await scene.stage.tx
    .selectFrom('help_task')
    .select('id')
    .where('exemplar_id', '=', scene.id)
    .where('done_on', 'is', null)
    .execute();
  for (const { id: item } of open) {
    const result = 'Đã giúp xong, điển hình xác nhận đã nhận được hỗ trợ (mẫu).';
    const doneOn = later(scene.move.day, scene.stage.chance, 0, 0);
    await must(scene, finishHelp(actingIn(scene), { ...target(scene), item, doneOn, result }));
  }
}

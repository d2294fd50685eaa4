import sharp from 'sharp';
import { addEvidence } from '../exemplars/evidence.ts';
import type { Acting } from '../identity/actor.ts';
import { renderDocx } from '../papers/docx.ts';
import type { OfficialPaper } from '../papers/official-paper.ts';
import { renderPdf } from '../papers/pdf.ts';
import type { Db, Tx } from '../platform/db.ts';
import type { FileStore } from '../platform/files.ts';
import { agreed } from './agreed.ts';
import { addDays, SAMPLE_TODAY } from './days.ts';
import { actorCalled } from './play-rollup.ts';
import { OfficeHours } from './stage.ts';

const WRITER = 'tdkt.luong';
const MANY = 6;
const MAX_BYTES = 5 * 1024 * 1024;

/** Drawn, not taken: sky, hills, field, and what stands in it. */
const PICTURES = [
  { name: 'Con đường của khu sau khi mở rộng (mẫu).jpg', sky: '#cfe3ee', hill: '#5d8a66', field: '#b8b29a' },
  { name: 'Vườn cây ăn quả của gia đình (mẫu).jpg', sky: '#e7eef2', hill: '#3f7350', field: '#8fb36b' },
  { name: 'Nhà văn hóa khu ngày họp dân (mẫu).jpg', sky: '#f0e6d2', hill: '#86794f', field: '#c9a86a' },
] as const;

/**
 * Files for some of the invented exemplars, so that evidence can be looked at: drawings in the place of photos, a paper
 * as PDF, and for one of them as Word. For a sample that has just been loaded.
 */
export async function playEvidenceFiles(db: Db, files: FileStore): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const actor = await actorCalled(tx, WRITER);
    if (!actor) return;
    const clock = new OfficeHours().at(addDays(SAMPLE_TODAY, -6));
    const acting: Acting = { db: tx, clock, actor, ip: null, requestKey: null };
    const pictures = await Promise.all(PICTURES.map(drawn));
    for (const [index, exemplar] of (await exemplarsToShow(tx)).entries()) {
      const paper = confirmation(exemplar);
      const sent = [
        ...pictures.slice(index % 2),
        { name: 'Giấy xác nhận thành tích (mẫu).pdf', bytes: await renderPdf(paper) },
        ...(index === 0 ? [{ name: 'Báo cáo thành tích (mẫu).docx', bytes: await renderDocx(paper) }] : []),
      ].map(({ name, bytes }) => ({ name, title: name.replace(/\.\w+$/, ''), bytes }));
      agreed(
        await addEvidence(
          acting,
          { id: exemplar.id, version: null, item: 0, title: null, achievementId: null, reference: null },
          { files, maxBytes: MAX_BYTES, sent },
        ),
        'files of evidence',
      );
    }
  });
}

interface Shown {
  id: number;
  name: string;
  office: string;
}

/** Those that have a place as well, the most advanced first. */
const exemplarsToShow = (tx: Tx): Promise<Shown[]> =>
  tx
    .selectFrom('exemplar as e')
    .innerJoin('exemplar_place as p', 'p.exemplar_id', 'e.id')
    .innerJoin('subject as s', 's.id', 'e.subject_id')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .select(['e.id', 's.full_name as name', 'o.name as office'])
    .where('e.state', 'in', ['recognised', 'nurtured'])
    .where('e.is_sample', '=', true)
    .orderBy('e.state', 'desc')
    .orderBy('e.id')
    .limit(MANY)
    .execute();

async function drawn(picture: (typeof PICTURES)[number]): Promise<{ name: string; bytes: Uint8Array }> {
  const { name, sky, hill, field } = picture;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1067" viewBox="0 0 1600 1067">
    <rect width="1600" height="1067" fill="${sky}"/><circle cx="1290" cy="220" r="90" fill="#fff6d8"/>
    <path d="M0 620C260 430 430 520 640 470S1120 360 1600 560V1067H0Z" fill="${hill}"/>
    <path d="M0 760C420 690 900 720 1600 690V1067H0Z" fill="${field}"/>
    <path d="M700 1067L820 700h60l160 367z" fill="#8d8577"/>
    <path d="M240 640h300v170H240zM220 640l170-110 170 110z" fill="#a8563f"/>
    <rect x="0" y="980" width="1600" height="87" fill="#fff" fill-opacity="0.75"/></svg>`;
  return { name, bytes: await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer() };
}

const confirmation = ({ name, office }: Shown): OfficialPaper => ({
  superior: null,
  issuer: office,
  number: '12',
  symbol: 'GXN-MẪU',
  place: 'Phú Thọ',
  date: addDays(SAMPLE_TODAY, -20),
  year: 2018,
  kind: 'Giấy xác nhận',
  subject: `Thành tích của ${name} (giấy mẫu, không có thật)`,
  body: [
    {
      type: 'paragraph',
      text: `${office} xác nhận thành tích của ${name} như đã kê khai trong hồ sơ (mẫu).`,
    },
    {
      type: 'list',
      items: [
        'Số liệu đã được đối chiếu với sổ theo dõi của đơn vị (mẫu);',
        'Tập thể khu dân cư đã họp và nhất trí suy tôn (mẫu).',
      ],
    },
    { type: 'paragraph', text: 'Giấy này do chương trình tự lập để làm dữ liệu trình diễn.' },
  ],
  signature: { authority: [], title: 'Người ký (mẫu)', name: null },
  recipients: ['Lưu hồ sơ (mẫu)'],
});

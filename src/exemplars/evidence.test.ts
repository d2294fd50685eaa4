import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DOCX,
  type EvidenceDesk,
  formOf,
  hiddenIn,
  openEvidenceDesk,
  PDF,
} from '../../test/evidence-desk.ts';

let desk: EvidenceDesk;
beforeAll(async () => {
  desk = await openEvidenceDesk();
});
afterAll(() => desk.site.close());

const photo = () =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: '#2c6e49' } })
    .jpeg()
    .toBuffer();

const auditOf = (exemplarId: number) =>
  desk.site.db
    .selectFrom('audit_event')
    .select(['kind', 'after', 'thing_version'])
    .where('thing', '=', 'exemplar')
    .where('thing_id', '=', exemplarId)
    .execute();

describe('adding evidence', () => {
  it('keeps several files sent at one go, tells which achievement they prove, and stands in the audit', async () => {
    const id = await desk.exemplarIn('found');
    const achievement = await desk.achievementOf(id, 'Hiến 500 m² đất làm đường');
    const answer = await desk.send(desk.officer, id, {
      fields: { achievementId: String(achievement) },
      files: [
        ['Ảnh con đường.JPG', await photo()],
        ['QĐ khen thưởng.pdf', PDF],
      ],
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/dien-hinh/${id}#minh-chung`]);
    expect((await desk.kept(id)).map((row) => [row.title, row.achievement_id])).toEqual([
      ['QĐ khen thưởng', achievement],
      ['Ảnh con đường', achievement],
    ]);
    expect(await auditOf(id)).toEqual([
      {
        kind: 'exemplar.evidence_added',
        thing_version: 2,
        after: {
          'minh chứng': ['Ảnh con đường', 'QĐ khen thưởng'],
          'cho thành tích': 'Hiến 500 m² đất làm đường',
          'số hiệu văn bản': null,
        },
      },
    ]);
  });

  it('numbers files that were given one title', async () => {
    const id = await desk.exemplarIn('found');
    await desk.send(desk.officer, id, {
      fields: { title: 'Hồ sơ' },
      files: [
        ['a.pdf', PDF],
        ['b.docx', DOCX],
      ],
    });
    expect((await desk.kept(id)).map((row) => row.title)).toEqual(['Hồ sơ (2)', 'Hồ sơ (1)']);
  });

  it('keeps the reference of a document in the place of a file', async () => {
    const id = await desk.exemplarIn('found');
    const fields = { title: 'Quyết định khen thưởng', reference: '123/QĐ-UBND, lưu tại UBND xã' };
    expect((await desk.send(desk.officer, id, { fields })).status).toBe(303);
    expect(await desk.kept(id)).toMatchObject([{ file_id: null, reference: '123/QĐ-UBND, lưu tại UBND xã' }]);
  });

  it('is done once when the form is sent twice at the same moment', async () => {
    const id = await desk.exemplarIn('found');
    const path = `/dien-hinh/${id}/minh-chung/moi`;
    const fields = await hiddenIn(desk.officer, path);
    expect(Object.keys(fields)).toEqual(['_khoa', '_phien_ban']);
    const both = await Promise.all(
      [1, 2].map(() => desk.officer.post(path, formOf({ fields, files: [['a.pdf', PDF]] }))),
    );
    expect(both.map((answer) => answer.status)).toEqual([303, 303]);
    expect(await desk.kept(id)).toHaveLength(1);
  });
});

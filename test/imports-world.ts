import type { Actor } from '../src/identity/actor.ts';
import { type Db, openDb } from '../src/platform/db.ts';
import { freshDatabase } from './database.ts';
import { makeActor, makeOffice, makePlan, makeProvince, type Province } from './factories.ts';
import type { Cell } from './imports-desk.ts';

/** A province with a plan and two communes, an officer of their district and the standing body. */
export interface ImportsWorld {
  db: Db;
  place: Province;
  unit: Actor & { accountId: number };
  standing: Actor & { accountId: number };
  fieldId: number;
  close(): Promise<void>;
}

export async function importsWorld(): Promise<ImportsWorld> {
  const database = await freshDatabase();
  const { db, close } = openDb(database.url);
  const place = await makeProvince(db);
  const { fieldId } = await makePlan(db, place.lead);
  await makeOffice(db, place.district, { name: 'Xã Thanh Sơn' });
  await makeOffice(db, place.district, { name: 'Xã Yên Kỳ' });
  const unit = await makeActor(db, [['unit', place.district, 'branch']]);
  const standing = await makeActor(db, [['standing', place.standing, 'all']]);
  return {
    db,
    place,
    unit,
    standing,
    fieldId,
    close: async () => {
      await close();
      await database.drop();
    },
  };
}

/** A list as an office has it: titles, a head of two lines, sections, 'nt', a sum and a signature. */
export const MESSY: Cell[][] = [
  ['UBND HUYỆN THỬ', null, null, null, null, null, null],
  ['DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN NĂM 2018', null, null, null, null, null, null],
  [null, null, null, null, null, null, null],
  ['STT', 'Họ và tên', 'Năm sinh', null, 'Địa chỉ', 'Đơn vị', 'Thành tích'],
  [null, null, 'Nam', 'Nữ', null, null, null],
  ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
  ['I', 'Cấp xã', null, null, null, null, null],
  [1, 'NGUYỄN VĂN BA', 1972, null, 'Khu 7, xã Yên Kỳ', 'UBND xã Yên Kỳ', 'Hiến 200m2 đất'],
  [2, 'Bà Trần Thị Lan', null, '05/12/1980', 'Khu 8, xã Yên Kỳ', 'nt', '-nt-'],
  [3, 'Hộ ông Lê Văn Tư', 1950, null, 'Khu 2', 'X. Thanh Sơn', 'Làm kinh tế giỏi'],
  [4, 'Trường Tiểu học Yên Kỳ', null, null, 'Xã Yên Kỳ', 'Xã Yên Kỳ', 'Đạt chuẩn'],
  [5, 'Đỗ Văn Sai', 'năm nào', null, null, 'Xã Không Có', null],
  ['Tổng cộng: 5', null, null, null, null, null, null],
  [null, null, null, null, null, 'Yên Kỳ, ngày 05 tháng 11 năm 2018', null],
  [null, null, null, null, null, 'CHỦ TỊCH', null],
];
export const MERGES: [number, number, number, number][] = [
  [0, 0, 0, 6],
  [3, 0, 4, 0],
  [3, 1, 4, 1],
  [3, 2, 3, 3],
  [3, 4, 4, 4],
  [3, 5, 4, 5],
  [3, 6, 4, 6],
];

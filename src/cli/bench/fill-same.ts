import { sql } from 'kysely';
import type { Db } from '../../platform/db.ts';

/**
 * Adds as many subjects as asked with names as common as they are (a third are called Nguyễn) over the communes that are
 * loaded, by one INSERT. Indexes that only searches use are made anew afterwards, as `restore` does.
 */
export async function fillSubjects(db: Db, count: number): Promise<void> {
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
    WHERE indrelid = 'subject'::regclass AND NOT indisprimary`.execute(db);
  for (const { name } of indexes) await sql`DROP INDEX ${sql.raw(name)}`.execute(db);
  await sql`
    WITH commune AS (
      SELECT array_agg(lower(left(c.name, 1)) || substr(c.name, 2) || ', ' || lower(left(d.name, 1)) || substr(d.name, 2)
        ORDER BY c.id) AS names
      FROM office c JOIN office d ON d.id = c.parent_id WHERE c.kind_id = 'commune' AND d.kind_id = 'district'),
    drawn AS (
      SELECT n, hashint8(n) AS a, hashint8(n + 10000000) AS b, hashint8(n + 20000000) AS c, hashint8(n + 30000000) AS d,
        hashint8(n + 40000000) AS e FROM generate_series(1, ${count}::int) AS n),
    named AS (
      SELECT n, a, d, e, ${pick(FAMILIES, 'a')} || ' ' || ${pick(MIDDLES, 'b')} || ' ' || ${pick(GIVEN, 'c')} AS person,
        commune.names[1 + abs(d::bigint) % cardinality(commune.names)] AS place
      FROM drawn, commune)
    INSERT INTO subject (kind, full_name, birth_year, place, is_sample)
    SELECT CASE n % 10 WHEN 0 THEN 'collective' WHEN 1 THEN 'household' ELSE 'individual' END,
      CASE n % 10 WHEN 0 THEN ${pick(BODIES, 'e')} || ' ' || substring(place from '^(?:xã|phường|thị trấn) ([^,]+)')
        WHEN 1 THEN 'Gia đình ông ' || person ELSE person END,
      CASE WHEN n % 10 > 0 AND n % 5 > 0 THEN 1935 + abs(e::bigint) % 65 END, 'khu ' || (n % 14 + 1) || ', ' || place, true
    FROM named`.execute(db);
  for (const { definition } of indexes) await sql.raw(definition).execute(db);
  await sql`VACUUM ANALYZE subject`.execute(db);
}

const words = (text: string): string[] => text.split(' ');
const FAMILIES = words(
  `${'Nguyễn '.repeat(10)}Trần Trần Trần Lê Lê Phạm Phạm Hoàng Vũ Đặng Bùi Đỗ Hà Đinh Phùng Tạ Hán Ngô Dương Lý`,
);
const MIDDLES = [
  ...words('Văn Văn Văn Thị Thị Thị Đức Quang Xuân Ngọc Hữu Đình Công Minh Thanh Kim Thế Trọng Quốc Anh'),
  ...['Thị Thu', 'Thị Kim', 'Thị Thanh', 'Thị Ngọc', 'Thị Hồng', 'Thị Minh', 'Văn Đức', 'Xuân Quang'],
];
const GIVEN = words(
  'An Ánh Bảo Bích Bình Cảnh Châu Chi Chiến Chính Cường Diệp Dũng Dung Duyên Đạt Điệp Đô Đông Đức Giang Hà Hải Hạnh Hằng Hiền ' +
    'Hiếu Hoa Hòa Hoàng Hồng Huệ Hùng Huy Hưng Hương Khánh Khoa Kiên Kỳ Lan Lâm Liên Linh Loan Long Lộc Lợi Lực Lương Lý Mai ' +
    'Mạnh Minh Mỹ Nam Nga Ngân Nghĩa Ngọc Nhung Oanh Phong Phú Phúc Phương Quân Quang Quý Quyên Quỳnh Sơn Tài Tâm Tân Thái ' +
    'Thanh Thành Thảo Thắng Thịnh Thoa Thu Thuận Thúy Thủy Tiến Toàn Trang Trung Tú Tuấn Tùng Tuyết Uyên Vân Việt Vinh Xuân Yến',
);
const BODIES = [
  ...[
    'Trường Tiểu học',
    'Trường THCS',
    'Trường Mầm non',
    'HTX Dịch vụ nông nghiệp',
    'Ủy ban nhân dân xã',
    'Hội Nông dân',
  ],
  ...[
    'Câu lạc bộ Hát Xoan',
    'Công ty cổ phần Chè',
    'Trạm Y tế',
    'Hội Cựu chiến binh xã',
    'Đoàn Thanh niên',
    'Công an',
  ],
];

/** One of a list by a column that holds any number. */
const pick = (list: readonly string[], column: string) =>
  sql`(${[...list]}::text[])[1 + abs(${sql.ref(column)}::bigint) % ${list.length}]`;

import { LEVEL_NAMES } from '../exemplars/show-words.ts';
import { FileLink } from '../subjects/file-link.tsx';
import { idsWithin } from '../subjects/in-view.ts';
import type { SubjectPart } from '../subjects/part.ts';
import { formatDate } from '../ui/format.ts';
import { Unknown } from '../ui/summary-list.tsx';
import { DataTable } from '../ui/table.tsx';
import { honoursOfMany } from './queries.ts';

/** The honours of this programme, over all registrations of the subject. */
export const subjectHonoursPart: SubjectPart = {
  id: 'ton-vinh',
  title: 'Tôn vinh, khen thưởng của chương trình',
  async render(visit, subject) {
    const honours = await honoursOfMany(visit.get('deps').db, idsWithin(subject));
    return (
      <DataTable
        caption="Các lần tôn vinh"
        captionHidden
        columns={[
          { key: 'occasion', label: 'Dịp', width: 'wide' },
          { key: 'day', label: 'Ngày', align: 'end', width: 'narrow' },
          { key: 'level', label: 'Cấp', width: 'narrow' },
          { key: 'award', label: 'Hình thức khen thưởng' },
          { key: 'paper', label: 'Quyết định số', width: 'narrow' },
          { key: 'file', label: 'Hồ sơ' },
        ]}
        rows={honours.map((honour) => ({
          occasion: honour.occasion,
          day: formatDate(honour.honouredOn),
          level: LEVEL_NAMES[honour.level],
          award: honour.awardName ?? 'Không kèm khen thưởng',
          paper: honour.paperNumber ?? <Unknown />,
          file: <FileLink subject={subject} id={honour.exemplarId} anchor="ton-vinh" />,
        }))}
        empty="Chưa được tôn vinh trong chương trình này."
      />
    );
  },
};

import { ACCOUNTS_PER_PAGE, type AccountRow, listAccounts } from '../../identity/account-queries.ts';
import { ROLE_NAMES, ROLES, type Role } from '../../identity/actor.ts';
import { standingGrants } from '../../identity/changing-account.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FilterBar, type FilterChip } from '../../ui/filter.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { officePage } from '../page.tsx';
import { queryChoice, queryNumber, queryText, withQuery } from '../query.ts';
import { actorOf, type Visit } from '../visit.ts';

const PATH = '/tai-khoan';
const STATES = { mo: 'Đang hoạt động', khoa: 'Đã khóa' } as const;
type State = keyof typeof STATES;

const COLUMNS: readonly Column[] = [
  { key: 'name', label: 'Họ và tên', primary: true },
  { key: 'username', label: 'Tên đăng nhập' },
  { key: 'grants', label: 'Vai trò', width: 'wide' },
  { key: 'state', label: 'Trạng thái' },
];

interface Asked {
  q: string;
  vaiTro: Role | null;
  trangThai: State | null;
}

/** The accounts that one administers. */
export async function accountListPage(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const asked: Asked = {
    q: queryText(visit, 'q', 100),
    vaiTro: queryChoice(visit, 'vaiTro', ROLES),
    trangThai: queryChoice(visit, 'trangThai', ['mo', 'khoa']),
  };
  const page = Math.min(queryNumber(visit, 'trang') ?? 1, 10_000);
  const active = asked.trangThai === null ? null : asked.trangThai === 'mo';
  const filter = { text: asked.q, role: asked.vaiTro, active, page };
  const { rows, total } = await listAccounts(db, actorOf(visit), filter);
  return officePage(visit, {
    title: 'Tài khoản',
    children: (
      <>
        <PageHead
          title="Tài khoản"
          lead="Người dùng của chương trình và vai trò của họ tại các đơn vị."
          actions={
            <ButtonLink href={`${PATH}/moi`} kind="primary" icon="plus">
              Lập tài khoản
            </ButtonLink>
          }
        />
        <Filters asked={asked} total={total} />
        <DataTable
          caption="Các tài khoản"
          captionHidden
          columns={COLUMNS}
          rows={rows.map((row) => cells(row, clock.today()))}
          empty="Không có tài khoản nào như vậy."
        />
        <Pagination
          page={page}
          pageCount={Math.ceil(total / ACCOUNTS_PER_PAGE)}
          hrefFor={(trang) => withQuery(PATH, { ...asked, trang })}
        />
      </>
    ),
  });
}

function Filters({ asked, total }: { asked: Asked; total: number }) {
  const without = (name: keyof Asked) => withQuery(PATH, { ...asked, [name]: null });
  const chips: FilterChip[] = [];
  if (asked.q) chips.push({ label: `“${asked.q}”`, removeHref: without('q') });
  if (asked.vaiTro) chips.push({ label: ROLE_NAMES[asked.vaiTro], removeHref: without('vaiTro') });
  if (asked.trangThai) chips.push({ label: STATES[asked.trangThai], removeHref: without('trangThai') });
  return (
    <FilterBar action={PATH} count={total} noun="tài khoản" chips={chips} clearHref={PATH}>
      <TextField name="q" label="Họ tên hoặc tên đăng nhập" type="search" value={asked.q} />
      <SelectField
        name="vaiTro"
        label="Vai trò"
        placeholder="Mọi vai trò"
        value={asked.vaiTro}
        options={ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] }))}
      />
      <SelectField
        name="trangThai"
        label="Trạng thái"
        placeholder="Mọi trạng thái"
        value={asked.trangThai}
        options={Object.entries(STATES).map(([value, label]) => ({ value, label }))}
      />
    </FilterBar>
  );
}

function cells(row: AccountRow, today: string) {
  const standing = standingGrants(row.grants, today);
  return {
    name: <a href={`${PATH}/${row.id}`}>{row.displayName}</a>,
    username: row.username,
    grants:
      standing.length === 0
        ? 'Chưa có vai trò'
        : standing.map((grant) => (
            <div>
              {ROLE_NAMES[grant.role]}, {grant.officeName}
            </div>
          )),
    state: <AccountState active={row.active} />,
  };
}

export function AccountState({ active }: { active: boolean }) {
  return active ? <StateTag tone="good" word={STATES.mo} /> : <StateTag tone="stopped" word={STATES.khoa} />;
}

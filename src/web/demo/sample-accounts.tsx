import { ROLE_NAMES, type Role } from '../../identity/actor.ts';
import type { SampleAccount } from '../../identity/sample-accounts.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable, TableGroup, TableRow } from '../../ui/table.tsx';

const COLUMNS: readonly Column[] = [
  { key: 'name', label: 'Người dùng mẫu', primary: true },
  { key: 'office', label: 'Đơn vị', width: 'wide' },
  { key: 'enter', label: 'Vào', labelHidden: true, align: 'end' },
];

/** The entrance of the demo: one click for each account of the sample, grouped by role. */
export function SampleAccounts({
  accounts,
  next,
}: {
  accounts: readonly SampleAccount[];
  next: string | null;
}) {
  if (accounts.length === 0) return null;
  const roles = [...new Set(accounts.map((account) => account.role))];
  return (
    <form method="post" action="/mau/vao" class="sample-entrance">
      {next ? <input type="hidden" name="tiep" value={next} /> : null}
      <DataTable caption="Vào xem với vai trò" columns={COLUMNS}>
        {roles.map((role) => (
          <Group role={role} accounts={accounts.filter((account) => account.role === role)} />
        ))}
      </DataTable>
    </form>
  );
}

function Group({ role, accounts }: { role: Role; accounts: readonly SampleAccount[] }) {
  return (
    <>
      <TableGroup columns={COLUMNS}>{ROLE_NAMES[role]}</TableGroup>
      {accounts.map((account) => (
        <TableRow
          columns={COLUMNS}
          row={{
            name: account.displayName,
            office: account.officeName,
            enter: (
              <Button small name="taiKhoan" value={String(account.id)}>
                Vào<span class="visually-hidden"> với tài khoản {account.displayName}</span>
              </Button>
            ),
          }}
        />
      ))}
    </>
  );
}

import type { Bloc, BlocMember } from '../../offices/bloc-queries.ts';
import type { OfficeInTree } from '../../offices/tree.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { CheckboxGroup, SelectField, TextField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { RefusalList } from '../../ui/refusal-list.tsx';
import { SwitchLinks } from '../../ui/switch-links.tsx';
import { HiddenFields } from '../hidden-fields.tsx';
import { BLOCS_PATH, type BlocAgain, yearsAround } from './blocs-page.tsx';
import { officeGroups } from './office-options.ts';

interface BlocPageProps {
  bloc: Bloc;
  year: number;
  years: readonly number[];
  members: readonly BlocMember[];
  offered: readonly OfficeInTree[];
  mayKeep: boolean;
  again: BlocAgain;
}

/** One bloc in one year: its members and its head. */
export function BlocPage({ bloc, year, years, members, offered, mayKeep, again }: BlocPageProps) {
  const path = `${BLOCS_PATH}/${bloc.id}`;
  return (
    <>
      <PageHead
        title={bloc.name}
        crumbs={[
          { label: 'Danh mục', href: '/danh-muc' },
          { label: 'Khối thi đua', href: `${BLOCS_PATH}?nam=${year}` },
          { label: `Năm ${year}` },
        ]}
      />
      <SwitchLinks
        label="Năm"
        links={yearsAround(year, years).map((one) => ({
          label: String(one),
          href: `${path}?nam=${one}`,
          current: one === year,
        }))}
      />
      <RefusalList title="Chưa thực hiện được" reasons={again.reasons} />
      {members.length === 0 && mayKeep ? (
        <form method="post" action={`${path}/chep?nam=${year}`}>
          <HiddenFields version={bloc.version} />
          <p>
            Năm {year} chưa có thành viên. Chép từ năm {year - 1}: giữ nguyên thành viên, khối trưởng là đơn
            vị kế tiếp.
          </p>
          <ButtonRow>
            <Button>Chép từ năm {year - 1}</Button>
          </ButtonRow>
        </form>
      ) : null}
      {mayKeep ? <BlocForm {...{ bloc, year, members, offered, again }} /> : <MemberList members={members} />}
    </>
  );
}

function MemberList({ members }: { members: readonly BlocMember[] }) {
  if (members.length === 0) return <p class="muted">Năm này khối chưa có thành viên.</p>;
  return (
    <ul>
      {members.map(({ name, isHead }) => (
        <li>
          {name}
          {isHead ? <strong> (khối trưởng)</strong> : null}
        </li>
      ))}
    </ul>
  );
}

function BlocForm(props: Pick<BlocPageProps, 'bloc' | 'year' | 'members' | 'offered' | 'again'>) {
  const { bloc, year, members, offered, again } = props;
  const { errors, typed } = again;
  const given = (name: string): string | null =>
    typeof typed[name] === 'string' ? (typed[name] as string) : null;
  const ticked = typed.members;
  const kept = members.map(({ id }) => String(id));
  const values = ticked === undefined ? kept : Array.isArray(ticked) ? ticked : [ticked];
  const head = members.find(({ isHead }) => isHead)?.id;
  return (
    <form method="post" class="form" action={`${BLOCS_PATH}/${bloc.id}?nam=${year}`}>
      <ErrorSummary errors={errors} />
      <HiddenFields typed={typed} version={bloc.version} />
      <TextField
        name="name"
        label="Tên khối"
        required
        value={given('name') ?? bloc.name}
        error={errors.name}
      />
      <CheckboxGroup
        name="members"
        label={`Thành viên năm ${year}`}
        required
        error={errors.members}
        values={values}
        options={offered.map(({ id, name, kindName }) => ({
          value: String(id),
          label: name,
          hint: kindName,
        }))}
      />
      <SelectField
        name="headId"
        label="Khối trưởng"
        placeholder="– Chưa có –"
        value={given('headId') ?? (head === undefined ? '' : String(head))}
        error={errors.headId}
        groups={officeGroups(offered)}
      />
      <ButtonRow>
        <Button kind="primary">Lưu khối năm {year}</Button>
        <ButtonLink kind="quiet" href={`${BLOCS_PATH}?nam=${year}`}>
          Không lưu, quay lại
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

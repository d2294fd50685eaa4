import type { Child } from 'hono/jsx';
import { Trust } from '../exemplars/achievements-view.tsx';
import { wordFor } from '../exemplars/show-words.ts';
import { showAmount } from '../measures/show-amount.ts';
import { SUPPORT_KIND_NAMES, type SupportKind } from '../nurturing/kinds.ts';
import { SAME_STRENGTH_NAMES } from '../subjects/same-types.ts';
import { formatCount, formatDate, formatPercent } from '../ui/format.ts';
import { PictureStrip } from '../ui/picture-strip.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import type { Compared } from './compare-queries.ts';
import type { Candidate } from './rules.ts';

/** What is not there is said in its row, never left blank. */
export const Missing = ({ children }: { children: Child }) => (
  <StateTag tone="warn" word={String(children)} />
);

export const lines = (items: readonly Child[], missing: string): Child =>
  items.length === 0 ? (
    <Missing>{missing}</Missing>
  ) : (
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );

/** What was given, to whom and for what. */
export const contributionsCell = ({ contributions: given, claims }: Compared): Child =>
  given.length === 0
    ? 'không ghi đóng góp nào'
    : lines(
        given.map((one) => (
          <>
            {one.measure}: {showAmount(one.amount, one.scale)}
            <div class="muted">
              {[one.purpose, one.receiver, one.year && `năm ${one.year}`].filter(Boolean).join(', ')}
            </div>
            <Trust
              figure={{ ...one, confirmed_by: one.confirmedBy, value: one.amount, unit: one.scale.unit }}
              claims={claims.filter(({ contributionId }) => contributionId === one.id)}
            />
          </>
        )),
        '',
      );

/** Pictures first, then what else proves it. */
export function evidenceCell({ candidate, evidence: proofs }: Compared): Child {
  if (proofs.length === 0) return <Missing>chưa có minh chứng</Missing>;
  return (
    <>
      <PictureStrip
        label={`Ảnh minh chứng của ${candidate.exemplar.subject.fullName}`}
        pictures={proofs
          .filter(({ isPicture }) => isPicture)
          .slice(0, 3)
          .map(({ id, title }) => ({
            src: `/minh-chung/${id}/anh-nho`,
            href: `/minh-chung/${id}/xem`,
            title,
          }))}
      />
      {lines(
        proofs
          .filter(({ isPicture }) => !isPicture)
          .map(({ id, title, isFile }) => (isFile ? <a href={`/minh-chung/${id}/xem`}>{title}</a> : title)),
        'chỉ có ảnh',
      )}
    </>
  );
}

/** How many of the meeting agreed. */
export function Endorsed({ candidate: { facts } }: { candidate: Candidate }) {
  const { endorsement } = facts;
  if (!endorsement) return <Missing>chưa suy tôn</Missing>;
  const { present, agreed } = endorsement;
  return (
    <>
      {formatPercent(agreed / present)}
      <div class="muted">
        {formatCount(agreed)}/{formatCount(present)} người dự
      </div>
    </>
  );
}

/** What is planned to support it, by whom. */
export const supportCell = ({ support: actions }: Compared): Child =>
  lines(
    actions.map(({ kind, what, owner, dueOn }) => (
      <>
        {what}
        <div class="muted">
          {[
            wordFor(SUPPORT_KIND_NAMES as Record<SupportKind, string>, kind),
            owner ?? 'chưa có người phụ trách',
            dueOn && `hạn ${formatDate(dueOn)}`,
          ]
            .filter(Boolean)
            .join(', ')}
        </div>
      </>
    )),
    'chưa có hoạt động nào',
  );

/** Who may be the same one, and why. */
export const duplicatesCell = ({ same }: Compared): Child =>
  same.length === 0
    ? 'không thấy ai giống'
    : lines(
        same.map((one) => {
          const why = one.reasons.map(({ sentence }) => sentence).join('; ');
          return one.within ? (
            <>
              <a href={`/chu-the/${one.subject.id}`}>{one.subject.fullName}</a>
              <div class="muted">
                {SAME_STRENGTH_NAMES[one.strength]}: {why}
              </div>
            </>
          ) : (
            <>
              {one.fullName}
              <div class="muted">
                {[one.communeName, why].filter(Boolean).join('; ')}
                {one.keeperName ? `; hỏi ${one.keeperName}` : ''}
              </div>
            </>
          );
        }),
        '',
      );

import { showAmount } from '../measures/show-amount.ts';
import { formatDate, formatPercent, UNKNOWN } from '../ui/format.ts';
import { TRUST_NAMES, type Trust } from './achievements-trust.ts';
import { amountInWords } from './achievements-view.tsx';
import type { FileContents } from './carry-file.ts';
import { FACT_KEYS, type FactKey, sameAchievement, sameContribution, sameEvidence } from './carry-rules.ts';
import { SCOPE_NAMES, WAY_NAMES } from './consent-form.ts';
import { BREADTH_NAMES, wordFor } from './show-words.ts';

/** One thing of a file in words. */
export interface Item {
  text: string;
  notes: string[];
}

/** What stands side by side in one row; the key is that of its box, where it may be offered. */
export interface SideRow {
  key?: string;
  gone: Item | null;
  kept: Item | null;
}

export interface SideGroup {
  title: string;
  rows: SideRow[];
}

/** Both files, row by row: what is the same stands beside each other. Groups of which neither has anything are left out. */
export function sideBySide(gone: FileContents, kept: FileContents): SideGroup[] {
  const groups: SideGroup[] = [
    { title: 'Thông tin đăng ký', rows: FACT_KEYS.flatMap((key) => factRow(key, gone, kept)) },
    {
      title: 'Thành tích',
      rows: paired(
        'achievement',
        gone.achievements,
        kept.achievements,
        (one) => sameAchievement(one, kept),
        achievement,
      ),
    },
    {
      title: 'Đóng góp',
      rows: paired(
        'contribution',
        gone.contributions,
        kept.contributions,
        (one) => sameContribution(one, kept),
        contribution,
      ),
    },
    {
      title: 'Minh chứng',
      rows: paired(
        'evidence',
        gone.evidence,
        kept.evidence,
        (one) => sameEvidence(one, kept),
        (one) => evidence(one, gone.evidence.includes(one) ? gone : kept),
      ),
    },
    { title: 'Nguồn tin', rows: sourceRows(gone, kept) },
    { title: 'Người dân giới thiệu', rows: leadRows(gone, kept) },
    { title: 'Suy tôn', rows: single('endorsement:suy-ton', meeting(gone), meeting(kept)) },
    {
      title: 'Sự đồng ý',
      rows: paired('consent', gone.consents, kept.consents, () => undefined, consent),
    },
    { title: 'Vị trí', rows: single('place:vi-tri', place(gone), place(kept)) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** Those of the one file, each beside the same one of the other; then what only the other has. */
function paired<T extends { id: number }>(
  kind: string,
  gone: readonly T[],
  kept: readonly T[],
  likeOf: (one: T) => T | undefined,
  inWords: (one: T) => Item,
): SideRow[] {
  const beside = gone.map((one) => ({ one, like: likeOf(one) }));
  const shown = new Set(beside.flatMap(({ like }) => like?.id ?? []));
  return [
    ...beside.map(({ one, like }) => ({
      key: `${kind}:${one.id}`,
      gone: inWords(one),
      kept: like ? inWords(like) : null,
    })),
    ...kept.filter(({ id }) => !shown.has(id)).map((one) => ({ gone: null, kept: inWords(one) })),
  ];
}

const single = (key: string, gone: Item | null, kept: Item | null): SideRow[] =>
  gone || kept ? [{ key, gone, kept }] : [];

export const FACT_NAMES: Record<FactKey, string> = {
  title: 'Tiêu đề',
  statement: 'Tóm tắt thành tích',
  novelty: 'Điều mới, việc khó',
  interest: 'Ai quan tâm',
  breadth: 'Toàn diện hay từng mặt',
  sourceNote: 'Ghi chú về nguồn tin',
};

function factRow(key: FactKey, gone: FileContents, kept: FileContents): SideRow[] {
  const item = ({ facts }: FileContents): Item | null => {
    const word = key === 'breadth' ? wordFor(BREADTH_NAMES, facts.breadth) : facts[key];
    return word === null ? null : { text: `${FACT_NAMES[key]}: ${shortened(word)}`, notes: [] };
  };
  return single(`fact:${key}`, item(gone), item(kept));
}

const LONGEST = 240;
const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;

function achievement(one: FileContents['achievements'][number]): Item {
  const amount = one.value === null ? null : `${one.measure ?? 'Số liệu'}: ${amountInWords(one.value, one)}`;
  return { text: shortened(one.statement), notes: figureNotes([amount], one) };
}

const contribution = (one: FileContents['contributions'][number]): Item => ({
  text: shortened(one.purpose),
  notes: figureNotes([`${one.measure}: ${showAmount(one.amount, one.scale)}`], one),
});

function figureNotes(
  first: (string | null)[],
  { year, trust, confirmedBy }: { year: number | null; trust: string; confirmedBy: string | null },
): string[] {
  const word = TRUST_NAMES[trust as Trust] ?? trust;
  const all = [
    ...first,
    `năm ${year ?? UNKNOWN}`,
    trust === 'confirmed' && confirmedBy ? `${word} (${confirmedBy})` : word,
  ];
  return all.filter((note) => note !== null);
}

function evidence(one: FileContents['evidence'][number], file: FileContents): Item {
  const proves = file.achievements.find(({ id }) => id === one.achievementId);
  return {
    text: one.title,
    notes: [
      one.reference === null ? 'tệp' : `văn bản: ${shortened(one.reference)}`,
      proves ? `cho “${shortened(proves.statement)}”` : 'cho cả hồ sơ',
    ],
  };
}

function sourceRows(gone: FileContents, kept: FileContents): SideRow[] {
  const item = (text: string): Item => ({ text, notes: [] });
  return [
    ...gone.sources.map((source, n) => ({
      key: `source:${n}`,
      gone: item(source),
      kept: kept.sources.includes(source) ? item(source) : null,
    })),
    ...kept.sources
      .filter((source) => !gone.sources.includes(source))
      .map((source) => ({ gone: null, kept: item(source) })),
  ];
}

function leadRows(gone: FileContents, kept: FileContents): SideRow[] {
  const item = (lead: FileContents['leads'][number], notes: string[] = []): Item => ({
    text: `${lead.fullName}, nhận ngày ${formatDate(lead.receivedOn)}`,
    notes,
  });
  return [
    ...gone.leads.map((lead) => ({
      gone: item(lead, ['Người giới thiệu tra cứu sẽ thấy hồ sơ được giữ, không phải chọn.']),
      kept: null,
    })),
    ...kept.leads.map((lead) => ({ gone: null, kept: item(lead) })),
  ];
}

function meeting({ endorsement }: FileContents): Item | null {
  if (!endorsement) return null;
  const { heldOn, place: where, present, agreed } = endorsement;
  return {
    text: `Họp ngày ${formatDate(heldOn)}, ${where}`,
    notes: [`${agreed}/${present} người tán thành (${formatPercent(agreed / present)})`],
  };
}

const consent = (one: FileContents['consents'][number]): Item => ({
  text: SCOPE_NAMES[one.scope],
  notes: [
    `${WAY_NAMES[one.how].toLowerCase()}, ngày ${formatDate(one.givenOn)}`,
    ...(one.withdrawnOn ? [`đã rút ngày ${formatDate(one.withdrawnOn)}`] : []),
  ],
});

const place = ({ place: name }: FileContents): Item | null =>
  name === null ? null : { text: name, notes: [] };

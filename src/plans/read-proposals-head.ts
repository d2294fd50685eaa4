import type { PlanReading, Sureness } from './read-found.ts';
import { date, line, one, type Proposal } from './read-proposals.ts';
import type { OfficesOfDay } from './read-proposals-offices.ts';
import type { Passage } from './read-source.ts';

/** The facts at the head; one that was not found stands there all the same, to be typed. */
export function headProposals(reading: PlanReading, offices: OfficesOfDay): Proposal[] {
  const { number, kind, title, issuedOn, issuedAt, issuer, signer, period } = reading;
  const facts: [
    id: string,
    label: string,
    found: { value: string; passage: Passage; sure: Sureness } | null,
    input?: 'text' | 'date',
  ][] = [
    ['number', 'Số, ký hiệu', number],
    ['kind', 'Loại văn bản', kind],
    ['title', 'Tên kế hoạch', title, 'text'],
    ['issuedOn', 'Ngày ban hành', issuedOn, 'date'],
    ['issuedAt', 'Nơi ban hành', issuedAt],
    ['signer', 'Người ký', signer],
  ];
  const plain = facts.map(([id, label, found, input]) => {
    const value = { name: 'value', label, value: found?.value ?? '', input: input ?? ('line' as const) };
    return one({
      id,
      group: 'head',
      label,
      passage: found?.passage ?? null,
      sure: found?.sure ?? 'guess',
      inputs: [value],
    });
  });
  const issuing = one({
    id: 'issuer',
    group: 'head',
    label: 'Cơ quan ban hành',
    passage: issuer?.passage ?? null,
    sure: issuer?.sure ?? 'guess',
    inputs: [
      line('value', 'Tên cơ quan', issuer?.value ?? ''),
      offices.input('office', 'Đơn vị trong chương trình', issuer?.value ?? null),
    ],
    note: offices.note(issuer?.value ?? null),
  });
  const time = one({
    id: 'period',
    group: 'head',
    label: 'Thời gian thực hiện',
    passage: period?.passage ?? null,
    sure: period?.sure ?? 'guess',
    inputs: [
      date('from', 'Từ ngày', period?.value.from ?? ''),
      date('to', 'Đến ngày', period?.value.to ?? ''),
    ],
  });
  return [...plain.slice(0, 3), issuing, ...plain.slice(3), time];
}

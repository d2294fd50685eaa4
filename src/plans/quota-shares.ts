import type { OfficeInTree } from '../offices/tree.ts';
import type { Allocation, DraftField } from './plan-draft.ts';

/** A share as a plan gives it: a number, or a percentage (0 to 100) of the quota. */
type GivenShare = Pick<Allocation, 'number' | 'percent'>;

/** Percents are decimal numbers, and 3 × 33,3 % of 10 is not quite what it should be in binary ones. */
const TINY = 1e-9;
const downward = (exact: number): number => Math.floor(exact + TINY);
const sum = (numbers: readonly number[]): number => numbers.reduce((whole, one) => whole + one, 0);

/**
 * What the shares of one quota come to in exemplars, in their order. Percentages become whole numbers by the largest
 * remainders: together they are never more than they say. Null for a percentage of no quota.
 */
export function wholeShares(shares: readonly GivenShare[], quota: number | null): (number | null)[] {
  if (quota === null) return shares.map(({ number }) => number);
  const exact = shares.map(({ number, percent }) => number ?? (quota * (percent ?? 0)) / 100);
  const spare = downward(sum(exact)) - sum(exact.map(downward));
  const lucky = new Set(
    exact
      .map((whole, n) => ({ n, rest: whole - downward(whole) }))
      .toSorted((one, other) => other.rest - one.rest)
      .slice(0, spare)
      .map(({ n }) => n),
  );
  return exact.map((whole, n) => downward(whole) + (lucky.has(n) ? 1 : 0));
}

/**
 * What is wrong with the shares of a quota once the offices of its kinds are counted; null when nothing is.
 *
 * @param offices those of the day of the plan
 */
export function sharesError(
  { quotaKind, quotaNumber, allocations }: Pick<DraftField, 'quotaKind' | 'quotaNumber' | 'allocations'>,
  offices: readonly OfficeInTree[],
): string | null {
  const twice = namedTwice(allocations, offices);
  if (twice) return `${twice} được phân bổ hai lần; hãy giữ một dòng.`;
  // shares of a quota that is wrong itself would only be told twice
  if (quotaKind === 'none' || quotaNumber === null || quotaNumber < 0) return null;
  const shares = sharesOfOffices(allocations, offices);
  const percent = sum(shares.map((share) => share.percent ?? 0));
  if (percent > 100 + TINY) {
    return `Tổng phần trăm của ${shares.length} đơn vị là ${percent.toLocaleString('vi-VN')}%, vượt quá 100%.`;
  }
  const { total } = givenOut({ quotaNumber, allocations }, offices);
  return quotaKind !== 'at_least' && total > quotaNumber
    ? `Phân bổ cho ${shares.length} đơn vị cộng lại là ${total.toLocaleString('vi-VN')}, vượt chỉ tiêu ${quotaNumber.toLocaleString('vi-VN')} của lĩnh vực.`
    : null;
}

/** A quota as it is given out. */
export interface GivenOut {
  /** How many offices have a share. */
  offices: number;
  /** What their shares come to. */
  total: number;
  /** What nobody has yet, below 0 when more is given out than there is; null without a quota. */
  remainder: number | null;
}

/** What the shares of a quota come to with the offices of a day. */
export function givenOut(
  { quotaNumber, allocations }: Pick<DraftField, 'quotaNumber' | 'allocations'>,
  offices: readonly OfficeInTree[],
): GivenOut {
  const shares = sharesOfOffices(allocations, offices);
  const total = sum(wholeShares(shares, quotaNumber).map((one) => one ?? 0));
  return { offices: shares.length, total, remainder: quotaNumber === null ? null : quotaNumber - total };
}

/** The share of each office; who is named gets what stands at their name, the share of a kind is for all others of it. */
function sharesOfOffices(
  allocations: readonly Allocation[],
  offices: readonly OfficeInTree[],
): readonly GivenShare[] {
  const named = allocations.filter(({ to }) => to.by === 'office');
  const given = new Map<number, GivenShare>();
  for (const { to, ...share } of [...named, ...allocations.filter(({ to }) => to.by === 'kind')]) {
    for (const { id } of offices.filter((office) => isMeant(to, office))) {
      if (!given.has(id)) given.set(id, share);
    }
  }
  return [...given.values()];
}

/** The same as `selectedOffices` asks of the database. */
const isMeant = (to: Allocation['to'], { id, kindId, path }: OfficeInTree): boolean =>
  to.by === 'office'
    ? id === to.officeId
    : kindId === to.kindId && id !== to.belowId && path.includes(to.belowId);

function namedTwice(allocations: readonly Allocation[], offices: readonly OfficeInTree[]): string | null {
  const ids = allocations.flatMap(({ to }) => (to.by === 'office' ? [to.officeId] : []));
  const twice = ids.find((id, n) => ids.indexOf(id) !== n);
  return twice === undefined ? null : (offices.find(({ id }) => id === twice)?.name ?? 'Một đơn vị');
}

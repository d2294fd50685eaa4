import { randomUUID } from 'node:crypto';
import { FORM_KEY } from '../../web/form.ts';
import type { Filled } from './fill.ts';
import type { Load } from './measure.ts';

export const sessionCookie = (token: string): string => `gs_phien=${token}`;

const planPage = (address: string, { planId }: Filled): string => `${address}/ke-hoach/${planId}`;

/** The promises of every office over five years. */
const ledgerPage = (address: string, { planId }: Filled): string => `${address}/so-viec?ke_hoach=${planId}`;

/** How a field with sixty candidates chooses. */
const choosingPage = (address: string, { planId, fieldId }: Filled): string =>
  `${address}/ke-hoach/${planId}/linh-vuc/${fieldId}/lua-chon`;

/** Items of all years, a hundred of some thousand. */
const dutyList = (address: string): string => `${address}/nhiem-vu?nam=tat-ca`;

/** The pages that one person asks for, each with the name of what is measured. */
export const pagesOfOne = (address: string, filled: Filled): { name: string; address: string }[] => [
  { name: 'kế hoạch một hình, cả trang', address: planPage(address, filled) },
  { name: 'sổ việc, cả trang', address: ledgerPage(address, filled) },
  { name: 'nhiệm vụ, cả trang', address: dutyList(address) },
  { name: 'lựa chọn, 60 hồ sơ, cả trang', address: choosingPage(address, filled) },
];

/** @throws Error when it is not answered as a page */
export async function askPage(address: string, cookie: string): Promise<void> {
  const answer = await fetch(address, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}.`);
  await answer.text();
}

/** The pages that people wait for most often. */
export function scenarios(address: string, filled: Filled, cookie: string): Load[] {
  return [
    { name: 'danh sách điển hình', address: `${address}/dien-hinh`, cookie, expect: 200 },
    { name: 'một điển hình', address: `${address}/dien-hinh/${filled.someExemplarId}`, cookie, expect: 200 },
    { name: 'kế hoạch một hình', address: planPage(address, filled), cookie, expect: 200 },
    { name: 'sổ việc', address: ledgerPage(address, filled), cookie, expect: 200 },
    { name: 'nhiệm vụ', address: dutyList(address), cookie, expect: 200 },
    {
      name: 'tìm kiếm',
      address: `${address}/tim?q=${encodeURIComponent('nguyen van hoa')}`,
      cookie,
      expect: 200,
    },
    {
      name: 'đề nghị',
      address,
      cookie,
      expect: 303,
      bodies: filled.proposable.map((id) => ({
        path: `/dien-hinh/${id}/buoc/de-nghi`,
        body: `${FORM_KEY}=${randomUUID()}`,
      })),
    },
    { name: 'trang đầu công khai', address: `${address}/`, expect: 200 },
  ];
}

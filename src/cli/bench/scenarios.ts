import { randomUUID } from 'node:crypto';
import { FORM_KEY } from '../../web/form.ts';
import type { Filled } from './fill.ts';
import type { Load } from './measure.ts';

export const sessionCookie = (token: string): string => `gs_phien=${token}`;

const planPage = (address: string, { planId }: Filled): string => `${address}/ke-hoach/${planId}`;

/** The whole picture of a plan, asked for by one person. */
export async function askPlanPicture(address: string, filled: Filled, cookie: string): Promise<void> {
  const answer = await fetch(planPage(address, filled), { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`The picture of the plan was answered ${answer.status}.`);
  await answer.text();
}

/** The pages that people wait for most often. */
export function scenarios(address: string, filled: Filled, cookie: string): Load[] {
  return [
    { name: 'danh sách điển hình', address: `${address}/dien-hinh`, cookie, expect: 200 },
    { name: 'một điển hình', address: `${address}/dien-hinh/${filled.someExemplarId}`, cookie, expect: 200 },
    { name: 'kế hoạch một hình', address: planPage(address, filled), cookie, expect: 200 },
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

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, send } from '../../../test/exemplar-site.ts';
import { type Browser, hiddenFields } from '../../../test/site.ts';
import { loadCalendar } from '../../calendar/load-calendar.ts';
import { calendarRoutes } from './routes.tsx';

const PATH = '/danh-muc/ngay-nghi';
let there: ExemplarSite;
let standing: Browser;
beforeAll(async () => {
  there = await openExemplarSite(calendarRoutes);
  standing = await there.as(there.world.standing);
});
afterAll(() => there.close());

it('proposes the days of a year by rule, and adds them once', async () => {
  const before = await open(standing, `${PATH}?nam=2018`);
  expect(before.text).toContain('Đề xuất theo quy tắc cho năm 2018');
  expect(before.text).toContain('Chưa có ngày nghỉ nào');
  expect((await standing.post(`${PATH}/theo-quy-tac`, { year: '2018' })).status).toBe(303);
  const after = await open(standing, `${PATH}?nam=2018`);
  expect(after.text).toContain('Tết Âm lịch (mùng 1)');
  expect(after.text).toContain('chưa đối chiếu văn bản');
  expect(after.text).not.toContain('Đề xuất theo quy tắc');
  const calendar = await loadCalendar(there.world.db);
  expect(calendar.isWorkingDay('2018-04-30')).toBe(false);
});

it('takes a day with its paper, and lets it go', async () => {
  const fields = { day: '17/11/2018', kind: 'work', name: 'Làm bù (thử)', source: 'Thông báo thử' };
  expect((await send(standing, PATH, fields)).status).toBe(303);
  expect((await loadCalendar(there.world.db)).isWorkingDay('2018-11-17')).toBe(true);
  expect((await standing.post(`${PATH}/bo`, { day: '17/11/2018' })).status).toBe(303);
  expect((await loadCalendar(there.world.db)).isWorkingDay('2018-11-17')).toBe(false);
  expect((await standing.post(`${PATH}/bo`, { day: '17/11/2018' })).status).toBe(404);
});

it('changes a day that is on record from its row, and never over what somebody else wrote meanwhile', async () => {
  const page = await open(standing, `${PATH}?nam=2018&sua=2018-02-14`);
  expect(page.text).toContain('Sửa ngày 14/02/2018');
  const form = { ...hiddenFields(page.html, `${PATH}?nam=2018`), kind: 'off', name: 'Tết (29 tháng Chạp)' };
  expect((await standing.post(PATH, { ...form, source: 'Thông báo số 1' })).status).toBe(303);
  const after = await open(standing, `${PATH}?nam=2018`);
  expect(after.text).toContain('Tết (29 tháng Chạp) nghỉ Thông báo số 1');
  const late = await standing.post(PATH, { ...form, _khoa: 'mot-khoa-khac', name: 'Tên cũ' });
  expect(late.status).toBe(409);
  const twice = await send(standing, PATH, { day: '14/02/2018', kind: 'off', name: 'Lại lần nữa' });
  expect(errorAt(twice, 'day')).toContain('đã có trong lịch');
});

it('shows the year at a glance, each marked day with its name and the way to its row', async () => {
  const { html } = await open(standing, `${PATH}?nam=2018`);
  expect(html.match(/<caption>Tháng \d+<\/caption>/g)).toHaveLength(12);
  expect(html).toMatch(/<a class="year-day is-off" title="[^"]*Quốc khánh" href="#ngay-2018-09-02">/);
  expect(html).toContain('<span id="ngay-2018-09-02">');
  expect(html).toContain('is-today');
});

it('refuses a made-up day at the field, and keeps what was typed', async () => {
  const wrong = await send(standing, PATH, { day: '31/02/2018', kind: 'off', name: 'Sai' });
  expect(errorAt(wrong, 'day')).toContain('31/02/2018');
  expect(wrong.html).toContain('value="Sai"');
  const weekday = await send(standing, PATH, { day: '16/11/2018', kind: 'work', name: 'Làm bù' });
  expect(errorAt(weekday, 'day')).toContain('thứ bảy hoặc chủ nhật');
});

it('shows the calendar to everybody, and lets only its keepers change it', async () => {
  const unit = await there.as(there.world.unit);
  const page = await open(unit, `${PATH}?nam=2018`);
  expect(page.text).toContain('Quốc khánh');
  expect(page.html).not.toContain(`action="${PATH}/bo"`);
  const refused = await unit.post(`${PATH}/theo-quy-tac`, { year: '2019' });
  expect(refused.status).toBe(422);
});

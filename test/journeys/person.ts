import type { Browser, Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import type { Reach, Role } from '../../src/identity/actor.ts';
import { hashPassword } from '../../src/identity/passwords.ts';
import type { MadeOffice } from '../factories.ts';
import { makeActor } from '../factories.ts';
import type { RunningApp } from '../running-app.ts';

export const PASSWORD = 'lụa đào Phú Thọ 1711';

export interface Person {
  page: Page;
  accountId: number;
  /** Opens an address of the program; the answer must be a page. */
  open(path: string): Promise<Response | null>;
  /** Opens the form at this address, fills the named fields, and sends it by its main button. */
  send(path: string, fields: Record<string, string>): Promise<void>;
  /** What was said on the page after the last sending. */
  said(): Promise<string>;
  leave(): Promise<void>;
}

/** Somebody who signs in through the page with name and password, as people do. */
export async function personIn(
  app: RunningApp,
  browser: Browser,
  grant: [Role, MadeOffice, Reach],
  options: { javaScriptEnabled?: boolean } = {},
): Promise<Person> {
  const actor = await makeActor(app.db, [grant]);
  const username = `nguoi${actor.accountId}`;
  await app.db
    .updateTable('account')
    .set({ username, password_hash: await hashPassword(PASSWORD) })
    .where('id', '=', actor.accountId)
    .execute();
  const context = await browser.newContext({
    baseURL: app.address,
    javaScriptEnabled: options.javaScriptEnabled ?? true,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const person: Person = {
    page,
    accountId: actor.accountId,
    open: (path) => page.goto(path),
    send: async (path, fields) => {
      await page.goto(path);
      await fill(page, fields);
      await Promise.all([
        page.waitForNavigation(),
        page.click('main form:not([action*="/bo"]) .button.is-primary, main form .button.is-danger'),
      ]);
    },
    said: async () => (await page.textContent('.flash, [role=status]')) ?? '',
    leave: () => context.close(),
  };
  await person.send('/dang-nhap', { tenDangNhap: username, matKhau: PASSWORD });
  expect(new URL(page.url()).pathname).toBe('/viec-cua-toi');
  return person;
}

/** Fills fields by name, whatever kind they are. */
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const control = page.locator(`main [name="${name}"]`).first();
    const tag = await control.evaluate(
      (element) => `${element.tagName}:${element.getAttribute('type') ?? ''}`,
    );
    if (tag.endsWith(':radio')) await page.locator(`main [name="${name}"][value="${value}"]`).check();
    else if (tag.startsWith('SELECT')) await control.selectOption(value);
    else if (tag.endsWith(':file')) await control.setInputFiles(value);
    else await control.fill(value);
  }
}

/** Downloads a file with the person's session. */
export async function download(person: Person, path: string): Promise<Uint8Array> {
  const answer = await person.page.request.get(path);
  expect(answer.status()).toBe(200);
  return new Uint8Array(await answer.body());
}

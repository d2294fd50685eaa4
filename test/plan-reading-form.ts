import { open } from './exemplar-site.ts';
import { type Browser, hiddenFields } from './site.ts';

/** What a browser would send of the review page without anything being touched. */
export async function pastedForm(browser: Browser, path: string): Promise<Record<string, string | string[]>> {
  const { html } = await open(browser, path);
  const form = /<form[^>]*class="stack"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields: Record<string, string | string[]> = { ...hiddenFields(html, path) };
  for (const [, attributes = ''] of form.matchAll(/<input ([^>]*)>/g)) takeInput(fields, attributes);
  for (const [, name = '', words = ''] of form.matchAll(
    /<textarea[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>/g,
  )) {
    fields[name] = decoded(words);
  }
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    const chosen = [...options.matchAll(/<option ([^>]*)>/g)].find(([, one = '']) =>
      /\bselected\b/.test(one),
    );
    fields[name] = attribute(chosen?.[1] ?? '', 'value') ?? '';
  }
  return fields;
}

function takeInput(fields: Record<string, string | string[]>, attributes: string): void {
  const name = attribute(attributes, 'name');
  const type = attribute(attributes, 'type') ?? 'text';
  if (!name || ['hidden', 'radio'].includes(type)) return;
  const value = attribute(attributes, 'value') ?? '';
  if (type !== 'checkbox') fields[name] = value;
  else if (/\bchecked\b/.test(attributes))
    fields[name] = name in fields ? [fields[name] ?? '', value].flat() : value;
}

/** The same with every proposal that was found confirmed, or refused. */
export async function writtenForm(
  browser: Browser,
  path: string,
  verdict: 'yes' | 'no',
): Promise<Record<string, string | string[]>> {
  const form = await pastedForm(browser, path);
  const { html } = await open(browser, path);
  for (const [, id = ''] of html.matchAll(/class="marked-text-number" id="doan-\d+" href="#muc-([^"]+)"/g))
    form[`${id}.nhan`] = verdict;
  return form;
}

const attribute = (attributes: string, name: string): string | undefined => {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : decoded(value);
};

const decoded = (html: string): string =>
  html
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

import { storyPath } from './address.ts';
import { descriptionOf } from './json-ld.ts';
import type { PublicStory } from './published.ts';
import { headlineOf } from './story-card.tsx';

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Text as XML holds it: marked up, and without the control characters that XML 1.0 forbids. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** @param absolute makes the full address of a path */
export function rssOf(
  stories: readonly PublicStory[],
  officeName: string,
  absolute: (path: string) => string,
): string {
  const items = stories.map((story) => {
    const address = xmlText(absolute(storyPath(story)));
    return `<item><title>${xmlText(headlineOf(story))}</title><link>${address}</link><guid isPermaLink="false">guong-sang-${story.id}</guid><pubDate>${rfc822(story.honouredOn)}</pubDate><description>${xmlText(descriptionOf(story))}</description></item>`;
  });
  const channel = [
    `<title>Gương Sáng</title><link>${xmlText(absolute('/'))}</link>`,
    `<description>${xmlText(`Gương sáng mới được tôn vinh – ${officeName}`)}</description><language>vi</language>`,
    `<atom:link href="${xmlText(absolute('/guong-sang/rss.xml'))}" rel="self" type="application/rss+xml"/>`,
  ].join('');
  return `${XML_HEAD}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${channel}${items.join('')}</channel></rss>\n`;
}

export function sitemapOf(stories: readonly PublicStory[], absolute: (path: string) => string): string {
  const pages = ['/', '/guong-sang', '/de-xuat', '/gioi-thieu'].map(
    (path) => `<url><loc>${xmlText(absolute(path))}</loc></url>`,
  );
  const own = stories.map(
    (story) =>
      `<url><loc>${xmlText(absolute(storyPath(story)))}</loc><lastmod>${story.updatedAt.toISOString()}</lastmod></url>`,
  );
  return `${XML_HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[...pages, ...own].join('')}</urlset>\n`;
}

/** The sample must not be found by search engines as if it were true. */
export function robotsOf(demo: boolean, absolute: (path: string) => string): string {
  if (demo) return 'User-agent: *\nDisallow: /\n';
  return `User-agent: *\nAllow: /$\nAllow: /guong-sang\nAllow: /gioi-thieu\nAllow: /de-xuat\nAllow: /assets/\nDisallow: /\nSitemap: ${absolute('/sitemap.xml')}\n`;
}

/** Midnight in Việt Nam of an ISO day, as RSS writes days. */
function rfc822(day: string): string {
  return new Date(`${day}T00:00:00+07:00`).toUTCString().replace('GMT', '+0000');
}

import { expect, it } from 'vitest';
import { robotsOf, rssOf, sitemapOf, xmlText } from './feeds.ts';
import type { PublicStory } from './published.ts';

const story: PublicStory = {
  id: 5,
  kind: 'collective',
  fullName: 'Tổ <5> & bạn',
  title: null,
  statement: 'Làm\u0001 tốt "việc"',
  fieldName: null,
  officeId: 1,
  officeName: 'Xã A',
  aboveName: null,
  honouredOn: '2018-11-20',
  updatedAt: new Date('2018-11-21T03:00:00Z'),
  isSample: false,
};
const absolute = (path: string) => `https://guongsang.vn${path}`;

it('marks up what XML does not take as it is', () => {
  expect(xmlText('a<b>&"c"\u0000\u0008\ud800')).toBe('a&lt;b&gt;&amp;&quot;c&quot;');
});

it('gives readers of RSS the new stories, dated in Việt Nam', () => {
  const feed = rssOf([story], 'Ban Thi đua', absolute);
  expect(feed).toContain('<title>Tổ &lt;5&gt; &amp; bạn</title>');
  expect(feed).toContain('<link>https://guongsang.vn/guong-sang/to-5-ban-5</link>');
  expect(feed).toContain('<pubDate>Mon, 19 Nov 2018 17:00:00 +0000</pubDate>');
  expect(feed).not.toContain('\u0001');
});

it('lists every public page for search engines', () => {
  const map = sitemapOf([story], absolute);
  expect(map.match(/<loc>/g)).toHaveLength(5);
  expect(map).toContain('<lastmod>2018-11-21T03:00:00.000Z</lastmod>');
});

it('keeps search engines out of the office, and out of the sample altogether', () => {
  expect(robotsOf(false, absolute)).toContain('Sitemap: https://guongsang.vn/sitemap.xml');
  expect(robotsOf(false, absolute)).toMatch(/Allow: \/guong-sang\n[\s\S]*Disallow: \/\n/);
  expect(robotsOf(true, absolute)).toBe('User-agent: *\nDisallow: /\n');
});

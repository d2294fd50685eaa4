import { describe, expect, it } from 'vitest';
import { PublicFrame } from './public-frame.tsx';

const ASSETS = { css: '/a.css', scripts: [] };
const OFFICE = { name: 'Ban Thi đua – Khen thưởng' };

describe('a public page', () => {
  const html = String(
    <PublicFrame
      title="Chuyện"
      description="Một câu chuyện"
      assets={ASSETS}
      nav={[]}
      office={OFFICE}
      canonical="https://guongsang.example/c"
      jsonLd={{ name: '</script><script>alert(1)</script>' }}
    >
      <p>Nội dung</p>
    </PublicFrame>,
  );

  it('is a whole Vietnamese document that needs no script', () => {
    expect(html.startsWith('<!doctype html><html lang="vi">')).toBe(true);
    expect(html).toContain('<title>Chuyện – Gương Sáng</title>');
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it('tells other sites what it is', () => {
    expect(html).toContain('<link rel="canonical" href="https://guongsang.example/c"/>');
    expect(html).toContain('<meta property="og:description" content="Một câu chuyện"/>');
  });

  it('lets no text end the block of facts for search engines', () => {
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(block)).toEqual({ name: '</script><script>alert(1)</script>' });
  });
});

import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { type Demo, DemoBanner } from './demo-banner.tsx';
import { CONTENT_ID, Document, type FrameAssets, SITE_NAME, type Theme } from './document.tsx';
import { PublicFooter, PublicHeader, type PublicNavItem, type PublicOffice } from './public-parts.tsx';

/** What other sites show when the page is shared. Addresses are absolute. */
export interface OpenGraph {
  type?: 'website' | 'article' | undefined;
  title?: string | undefined;
  image?: string | undefined;
  imageAlt?: string | undefined;
}

export interface PublicFrameProps {
  title: string;
  description: string;
  assets: FrameAssets;
  nav: readonly PublicNavItem[];
  office: PublicOffice;
  canonical?: string | undefined;
  og?: OpenGraph | undefined;
  /** schema.org, written into the head. */
  jsonLd?: object | undefined;
  /** Address of the RSS feed. */
  feedHref?: string | undefined;
  searchAction?: string | undefined;
  query?: string | undefined;
  footerLinks?: readonly PublicNavItem[] | undefined;
  demo?: Demo | null | undefined;
  theme?: Theme | undefined;
  children: Child;
}

/** A page of the public portal; it needs no script. */
export function PublicFrame(props: PublicFrameProps) {
  const { title, description, assets, nav, office, demo, theme, footerLinks = [], children } = props;
  return (
    <Document
      title={title}
      description={description}
      assets={assets}
      theme={theme}
      head={<PublicHead {...props} />}
      bodyClass="public"
    >
      {demo ? <DemoBanner today={demo.today} /> : null}
      <PublicHeader nav={nav} searchAction={props.searchAction} query={props.query} />
      <main class="public-main" id={CONTENT_ID} tabindex={-1}>
        {children}
      </main>
      <PublicFooter office={office} links={footerLinks} />
    </Document>
  );
}

function PublicHead({ title, description, canonical, og = {}, jsonLd, feedHref }: PublicFrameProps) {
  return (
    <>
      {canonical ? <link rel="canonical" href={canonical} /> : null}
      {feedHref ? (
        <link rel="alternate" type="application/rss+xml" title={SITE_NAME} href={feedHref} />
      ) : null}
      <meta property="og:site_name" content={SITE_NAME} />
      <meta property="og:locale" content="vi_VN" />
      <meta property="og:type" content={og.type ?? 'website'} />
      <meta property="og:title" content={og.title ?? title} />
      <meta property="og:description" content={description} />
      {canonical ? <meta property="og:url" content={canonical} /> : null}
      {og.image ? <meta property="og:image" content={og.image} /> : null}
      {og.image && og.imageAlt ? <meta property="og:image:alt" content={og.imageAlt} /> : null}
      {og.image ? <meta name="twitter:card" content="summary_large_image" /> : null}
      {jsonLd ? <script type="application/ld+json">{raw(jsonForScript(jsonLd))}</script> : null}
    </>
  );
}

/** JSON in which no text can end the script element. */
function jsonForScript(value: object): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

import type { Child } from 'hono/jsx';
import { Brand } from './brand.tsx';
import { type Demo, DemoBanner } from './demo-banner.tsx';
import { CONTENT_ID, Document, type FrameAssets, type Theme } from './document.tsx';
import { type Flash, FlashNotice } from './flash.tsx';

export interface SimpleFrameProps {
  title: string;
  assets: FrameAssets;
  demo?: Demo | null | undefined;
  flash?: Flash | null | undefined;
  theme?: Theme | undefined;
  homeHref?: string | undefined;
  /** Small words below: whose installation this is, where to ask. */
  footer?: Child;
  /** Wider, e.g. for the choice of roles in the sample. */
  wide?: boolean | undefined;
  children: Child;
}

/** A page with one thing on it: sign-in, first start, an error. */
export function SimpleFrame({
  title,
  assets,
  demo,
  flash,
  theme,
  homeHref,
  footer,
  wide,
  children,
}: SimpleFrameProps) {
  return (
    <Document title={title} assets={assets} theme={theme} bodyClass="simple">
      {demo ? <DemoBanner {...demo} /> : null}
      <div class={wide ? 'simple-page is-wide' : 'simple-page'}>
        <header class="simple-head">
          <Brand href={homeHref ?? '/'} />
        </header>
        <main id={CONTENT_ID} tabindex={-1}>
          <FlashNotice flash={flash} />
          {children}
        </main>
        {footer ? <footer class="simple-foot">{footer}</footer> : null}
      </div>
    </Document>
  );
}

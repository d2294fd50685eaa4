import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';

/** Addresses of the built style sheet and scripts; `fonts` are fetched ahead of the style sheet's own request. */
export interface FrameAssets {
  css: string;
  /** What only the office shows, on top of the style sheet of all. */
  officeCss?: string | undefined;
  /** Pictures of data, calendars, evidence and maps, on the pages that show them. */
  picturesCss?: string | undefined;
  scripts: readonly string[];
  fonts?: readonly string[] | undefined;
  icon?: string | undefined;
}

export type Theme = 'light' | 'dark';

export interface DocumentProps {
  title: string;
  assets: FrameAssets;
  description?: string | undefined;
  /** Without it the page follows the machine's own setting. */
  theme?: Theme | undefined;
  /** More for the head: canonical address, Open Graph, feeds. */
  head?: Child;
  bodyClass: 'office' | 'simple' | 'public';
  children: Child;
}

export const SITE_NAME = 'Gương Sáng';
export const CONTENT_ID = 'noi-dung';

/** The whole HTML document around a frame, with the skip link. */
export function Document({ title, assets, description, theme, head, bodyClass, children }: DocumentProps) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="vi" data-theme={theme}>
        <head>
          <meta charset="utf-8" />
          <title>{title === SITE_NAME ? title : `${title} – ${SITE_NAME}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content={theme ?? 'light dark'} />
          {description ? <meta name="description" content={description} /> : null}
          {(assets.fonts ?? []).map((href) => (
            <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
          ))}
          <link rel="stylesheet" href={assets.css} />
          {assets.officeCss ? <link rel="stylesheet" href={assets.officeCss} /> : null}
          {assets.picturesCss ? <link rel="stylesheet" href={assets.picturesCss} /> : null}
          {assets.icon ? <link rel="icon" href={assets.icon} type="image/svg+xml" /> : null}
          {head}
          {assets.scripts.map((src) => (
            <script type="module" src={src} />
          ))}
        </head>
        <body class={bodyClass}>
          <a class="skip-link" href={`#${CONTENT_ID}`}>
            Đến nội dung chính
          </a>
          {children}
        </body>
      </html>
    </>
  );
}

import type { Child } from 'hono/jsx';
import { type Demo, DemoBanner } from './demo-banner.tsx';
import { CONTENT_ID, Document, type FrameAssets, type Theme } from './document.tsx';
import { type Flash, FlashNotice } from './flash.tsx';
import {
  AccountMenu,
  type NavItem,
  NoticesLink,
  type NoticesLinkProps,
  Rail,
  SearchForm,
  type SignedInUser,
} from './office-parts.tsx';

export interface OfficeFrameProps {
  /** Of the browser's window; the page writes its own h1 (see `PageHead`). */
  title: string;
  assets: FrameAssets;
  user: SignedInUser;
  nav: readonly NavItem[];
  /** The plan and the year one is in. */
  planName?: string | null | undefined;
  planHref?: string | undefined;
  year?: number | null | undefined;
  demo?: Demo | null | undefined;
  flash?: Flash | null | undefined;
  theme?: Theme | undefined;
  /** What was searched for, on the page of results. */
  query?: string | undefined;
  homeHref?: string | undefined;
  searchAction?: string | undefined;
  accountHref?: string | undefined;
  signOutAction?: string | undefined;
  /** One's own notices, with how many are not yet read. */
  notices?: NoticesLinkProps | undefined;
  children: Child;
}

/** A page of the office, from doctype to the end. */
export function OfficeFrame(props: OfficeFrameProps) {
  const { title, assets, user, nav, planName, planHref, year, demo, flash, theme, children } = props;
  return (
    <Document title={title} assets={assets} theme={theme} bodyClass="office">
      {demo ? <DemoBanner {...demo} /> : null}
      <div class="office-page">
        <Rail nav={nav} homeHref={props.homeHref ?? '/viec-cua-toi'} />
        <div class="office-body">
          <header class="top-bar">
            <p class="top-plan">
              {planName ? planHref ? <a href={planHref}>{planName}</a> : <span>{planName}</span> : null}
              {year ? <span class="top-year">Năm {year}</span> : null}
            </p>
            <SearchForm query={props.query} action={props.searchAction ?? '/tim'} />
            {props.notices ? <NoticesLink {...props.notices} /> : null}
            <AccountMenu
              user={user}
              accountHref={props.accountHref}
              signOutAction={props.signOutAction ?? '/dang-xuat'}
            />
          </header>
          <main class="office-main" id={CONTENT_ID} tabindex={-1}>
            <FlashNotice flash={flash} />
            {children}
          </main>
        </div>
      </div>
    </Document>
  );
}

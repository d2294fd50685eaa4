import { get, post, type Route } from '../route.ts';
import { CHECK_PATH, chainCheckPage, checkChain } from './chain-check.tsx';
import { journalPage } from './journal.tsx';
import { PATH } from './journal-filter.tsx';

/** The journal, for those who stand over the programme or administer it. */
export const auditRoutes: Route[] = [
  get(PATH, ['standing', 'admin'], journalPage),
  get(CHECK_PATH, ['standing', 'admin'], (visit) => chainCheckPage(visit)),
  post(CHECK_PATH, ['standing', 'admin'], checkChain),
];

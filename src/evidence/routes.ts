import { get, type Route } from '../web/route.ts';
import { downloadEvidence, downloadThumbnail, framedEvidence, saveEvidence } from './download.ts';
import { viewEvidence } from './viewer.tsx';

/** What was uploaded, handed out again. Adding and removing are forms of the exemplar's page. */
export const evidenceFileRoutes: Route[] = [
  get('/minh-chung/:id', 'signed_in', downloadEvidence),
  get('/minh-chung/:id/xem', 'signed_in', viewEvidence),
  get('/minh-chung/:id/tai-ve', 'signed_in', saveEvidence),
  get('/minh-chung/:id/trong-khung', 'signed_in', framedEvidence),
  get('/minh-chung/:id/anh-nho', 'signed_in', downloadThumbnail),
];

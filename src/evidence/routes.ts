import { get, type Route } from '../web/route.ts';
import { downloadEvidence, downloadThumbnail } from './download.ts';

/** What was uploaded, handed out again. Adding and removing are forms of the exemplar's page. */
export const evidenceFileRoutes: Route[] = [
  get('/minh-chung/:id', 'signed_in', downloadEvidence),
  get('/minh-chung/:id/anh-nho', 'signed_in', downloadThumbnail),
];

import { deskPart } from '../desks/desk-actions.tsx';
import { deskPaperOf } from './desk-paper.ts';
import type { ExemplarPart } from './part.ts';

/** Where the file is, what may be done about its way, opinions, returns and every desk. */
export const exemplarDeskPart: ExemplarPart = {
  id: 'duong-di',
  title: 'Văn bản đang ở đâu',
  render: (visit, exemplar) => deskPart(visit, 'exemplar', deskPaperOf(exemplar)),
};

import type { Role } from '../identity/actor.ts';
import type { Workflow } from '../workflow/table.ts';

export type ImportState = 'read' | 'matched' | 'applied' | 'undone' | 'dropped';
export type ImportAction = 'match' | 'apply' | 'undo' | 'drop';
/** What must hold before a step. */
export type ImportGuard = 'has_rows' | 'still_so' | 'untouched';

const RECORDERS = ['unit', 'lead', 'standing'] as const;

/** The life of an imported list, as one table. */
export const importWorkflow = {
  states: {
    read: { name: 'đã đọc, chờ ghép cột', publicName: null, tone: 'neutral' },
    matched: { name: 'chờ xác nhận', publicName: null, tone: 'progress' },
    applied: { name: 'đã nhập', publicName: null, tone: 'good' },
    undone: { name: 'đã hoàn tác', publicName: null, tone: 'stopped' },
    dropped: { name: 'đã bỏ, chưa nhập', publicName: null, tone: 'stopped' },
  },
  actions: {
    match: { label: 'Ghép cột và xem trước', reason: 'none', kind: 'primary' },
    apply: { label: 'Nhập vào hệ thống', reason: 'none', kind: 'primary' },
    undo: { label: 'Hoàn tác cả danh sách', reason: 'required', kind: 'danger' },
    drop: { label: 'Bỏ danh sách này', reason: 'none', kind: 'secondary' },
  },
  steps: [
    { action: 'match', from: ['read', 'matched'], to: 'matched', who: RECORDERS, must: [] },
    { action: 'apply', from: ['matched'], to: 'applied', who: RECORDERS, must: ['has_rows', 'still_so'] },
    { action: 'drop', from: ['read', 'matched'], to: 'dropped', who: RECORDERS, must: [] },
    { action: 'undo', from: ['applied'], to: 'undone', who: RECORDERS, must: ['untouched'] },
  ],
} as const satisfies Workflow<ImportState, ImportAction, Role, ImportGuard>;

/** What each condition of the table means to whoever reads it. */
export const IMPORT_GUARD_NAMES: Record<ImportGuard, string> = {
  has_rows: 'có ít nhất một dòng để nhập',
  still_so: 'đơn vị, kế hoạch và hồ sơ vẫn như lúc xem trước',
  untouched: 'chưa có việc gì làm tiếp với những gì danh sách đã tạo',
};

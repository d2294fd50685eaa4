import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../identity/actor.ts';
import { refusalToWork, WORK_NAMES, type Work } from './work-rules.ts';
import { type ExemplarState, exemplarWorkflow } from './workflow.ts';

const WORKS = Object.keys(WORK_NAMES) as Work[];
const STATES = Object.keys(exemplarWorkflow.states) as ExemplarState[];
const ALL = 'unit lead standing';

/** Who may do which work, written out state by state; '' is nobody. */
const MATRIX: Record<Work, Record<ExemplarState, string>> = {
  registration: {
    found: ALL,
    proposed: 'lead standing',
    returned: ALL,
    waiting: 'lead standing',
    nurtured: 'lead standing',
    recognised: 'lead standing',
    honoured: 'lead standing',
    held: 'standing',
    declined: '',
    withdrawn: '',
    lapsed: '',
  },
  merits: {
    found: ALL,
    proposed: 'lead standing',
    returned: ALL,
    waiting: 'lead standing',
    nurtured: ALL,
    recognised: ALL,
    honoured: ALL,
    held: 'standing',
    declined: '',
    withdrawn: '',
    lapsed: '',
  },
  endorsement: {
    found: ALL,
    proposed: ALL,
    returned: ALL,
    waiting: ALL,
    nurtured: 'lead standing',
    recognised: 'lead standing',
    honoured: 'lead standing',
    held: 'standing',
    declined: '',
    withdrawn: '',
    lapsed: '',
  },
  consent: {
    found: ALL,
    proposed: ALL,
    returned: ALL,
    waiting: ALL,
    nurtured: ALL,
    recognised: ALL,
    honoured: ALL,
    held: ALL,
    declined: ALL,
    withdrawn: ALL,
    lapsed: ALL,
  },
  assessment: {
    found: ALL,
    proposed: 'lead standing',
    returned: ALL,
    waiting: 'lead standing',
    nurtured: 'lead standing',
    recognised: 'lead standing',
    honoured: 'lead standing',
    held: 'standing',
    declined: '',
    withdrawn: '',
    lapsed: '',
  },
  nurturing: {
    found: ALL,
    proposed: ALL,
    returned: ALL,
    waiting: ALL,
    nurtured: ALL,
    recognised: ALL,
    honoured: ALL,
    held: 'standing',
    declined: '',
    withdrawn: '',
    lapsed: '',
  },
  check: {
    found: '',
    proposed: '',
    returned: '',
    waiting: '',
    nurtured: ALL,
    recognised: ALL,
    honoured: ALL,
    held: 'standing',
    declined: '',
    withdrawn: '',
    lapsed: '',
  },
  help: {
    found: '',
    proposed: '',
    returned: '',
    waiting: '',
    nurtured: ALL,
    recognised: ALL,
    honoured: ALL,
    held: ALL,
    declined: '',
    withdrawn: '',
    lapsed: '',
  },
};

const refusalOf = (work: Work, state: ExemplarState, ...roles: Role[]) =>
  refusalToWork({ state, roles: new Set(roles) }, work);

describe('work on the file of an exemplar', () => {
  for (const work of WORKS) {
    it(`${work} is for those of the written table, in every state`, () => {
      for (const state of STATES) {
        const may = ROLES.filter((role) => refusalOf(work, state, role) === null);
        expect([work, state, may.join(' ')]).toEqual([work, state, MATRIX[work][state]]);
      }
    });
  }

  it('is for nobody without a role over the exemplar', () => {
    const open = WORKS.flatMap((work) => STATES.filter((state) => refusalOf(work, state) === null));
    expect(open).toEqual([]);
  });

  it('says in which states it can be done, when in this one nobody can', () => {
    expect(refusalOf('check', 'found', 'unit')).toEqual({
      rule: 'wrong_state',
      sentence:
        'Không thể “Kiểm tra, đánh giá” khi hồ sơ ở trạng thái “mới phát hiện”; chỉ làm được khi ở trạng thái “đang bồi dưỡng”, “đã công nhận”, “đã tôn vinh”, “tạm dừng xác minh”.',
    });
  });

  it('says who does it, when somebody else does', () => {
    expect(refusalOf('merits', 'proposed', 'unit')).toEqual({
      rule: 'wrong_role',
      sentence:
        'Khi hồ sơ ở trạng thái “đã đề nghị”, việc “Ghi thành tích, minh chứng” do Cán bộ cơ quan chủ trì, Cơ quan thường trực có thẩm quyền với hồ sơ này thực hiện; tài khoản của bạn không giữ vai trò đó.',
    });
  });
});

import type { Life } from '../report-life.ts';

/** What a figure is counted over, in the words of the slow oracle. */
export interface SlowScope {
  offices: ReadonlySet<number>;
  from: string;
  to: string;
}

const CARED = ['nurtured', 'recognised', 'honoured'];

interface Standing {
  life: Life;
  state: string;
  maturity: string;
  check: Life['check'];
}

/** An exemplar on a day, by walking through its steps one after the other. */
function onDay(life: Life, day: string): Standing | null {
  let state: string | null = null;
  let recognised = false;
  let reopenedOn = '';
  for (const step of life.steps) {
    if (step.day > day) continue;
    state = step.to;
    if (step.action === 'reopen') {
      recognised = false;
      reopenedOn = step.day;
    }
    if (step.to === 'recognised') recognised = true;
  }
  if (state === null) return null;
  const high = life.honours.some(
    (honour) => honour.level !== 'commune' && honour.day <= day && honour.day >= reopenedOn,
  );
  const { check } = life;
  const made = check && check.year === Number(day.slice(0, 4)) && check.day <= day ? check : null;
  return {
    life,
    state,
    maturity: high ? 'outstanding' : recognised ? 'exemplar' : 'emerging',
    check: made,
  };
}

const round = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
const mean = (values: readonly number[]) =>
  values.length === 0 ? null : round(values.reduce((a, b) => a + b, 0) / values.length, 2);
const percent = (part: number, of: number) => (of === 0 ? null : round((100 * part) / of, 1));

/** Every figure that is counted from exemplars, slowly. */
export function slowFigures(all: readonly Life[], scope: SlowScope): Map<string, number | null> {
  const lives = all.filter((life) => scope.offices.has(life.office));
  const standing = lives.map((life) => onDay(life, scope.to)).filter((one) => one !== null);
  return new Map([
    ...ofStanding(standing, scope),
    ...ofChecks(standing),
    ...ofFlow(lives, scope),
    ...ofPromises(lives, scope),
    ...ofAwards(lives, scope),
  ]);
}

function ofStanding(standing: readonly Standing[], scope: SlowScope): [string, number | null][] {
  const inStates = (...states: string[]) => standing.filter((one) => states.includes(one.state)).length;
  const cared = standing.filter((one) => CARED.includes(one.state));
  const which = (test: (one: Standing) => boolean) => cared.filter(test).length;
  const figures = cared.flatMap((one) => one.life.achievements.filter(({ value }) => value !== null));
  const trusted = (trust: string) => figures.filter((one) => one.trust === trust).length;
  const withExemplars = new Set(cared.map((one) => one.life.office)).size;
  return [
    ['dh_tong', standing.length],
    ['dh_cham_lo', cared.length],
    ['dh_moi_phat_hien', inStates('found')],
    ['dh_cho_quyet_dinh', inStates('proposed', 'returned', 'waiting')],
    ['dh_boi_duong', inStates('nurtured')],
    ['dh_cong_nhan', inStates('recognised')],
    ['dh_ton_vinh', inStates('honoured')],
    ['dh_tam_dung', inStates('held')],
    ['dh_khong_con', inStates('declined', 'withdrawn', 'lapsed')],
    ['dh_ca_nhan', which((one) => one.life.kind === 'individual')],
    ['dh_tap_the', which((one) => one.life.kind === 'collective')],
    ['dh_ho_gia_dinh', which((one) => one.life.kind === 'household')],
    ['dh_toan_dien', which((one) => one.life.breadth === 'comprehensive')],
    ['dh_tung_mat', which((one) => one.life.breadth === 'aspect')],
    ['dh_nhan_to_moi', which((one) => one.maturity === 'emerging')],
    ['dh_tien_tien', which((one) => one.maturity === 'exemplar')],
    ['dh_xuat_sac', which((one) => one.maturity === 'outstanding')],
    ['dh_linh_vuc_diem', which((one) => one.life.field === 0)],
    ['dh_ngoai_diem', which((one) => one.life.field !== 0)],
    ['sl_tong', figures.length],
    ['sl_xac_nhan', trusted('confirmed')],
    ['sl_mau_thuan', trusted('contradicted')],
    ['sl_ty_le_xac_nhan', percent(trusted('confirmed'), figures.length)],
    ['dv_tong', scope.offices.size],
    ['dv_co_dh', withExemplars],
    ['dv_chua_co_dh', scope.offices.size - withExemplars],
  ];
}

function ofChecks(standing: readonly Standing[]): [string, number | null][] {
  const due = standing.filter((one) => CARED.includes(one.state));
  const made = due.map((one) => one.check).filter((check) => check !== null);
  const scored = (n: number) => mean(made.map((check) => check.scores[n] ?? 0));
  const concluded = (conclusion: string) => made.filter((check) => check.conclusion === conclusion).length;
  return [
    ['kt_phai', due.length],
    ['kt_da', made.length],
    ['kt_chua', due.length - made.length],
    ['kt_ty_le', percent(made.length, due.length)],
    ['kt_tac_dung', scored(0)],
    ['kt_hieu_qua', scored(1)],
    ['kt_phat_trien', scored(2)],
    ['kt_anh_huong', scored(3)],
    ['kt_tiep_tuc', concluded('keep')],
    ['kt_can_giup', concluded('help')],
    ['kt_dung', concluded('stop')],
  ];
}

const DAY_MS = 86_400_000;

function ofFlow(lives: readonly Life[], { from, to }: SlowScope): [string, number | null][] {
  const inPeriod = (day: string) => day >= from && day <= to;
  const came = (...states: string[]) => {
    let count = 0;
    for (const life of lives)
      for (const state of states)
        if (life.steps.some((step) => step.to === state && inPeriod(step.day))) count++;
    return count;
  };
  const waits = lives.flatMap((life) => {
    const at = life.steps.findLastIndex((step) => step.to === 'nurtured' && inPeriod(step.day));
    const asked = life.steps.slice(0, Math.max(at, 0)).findLast((step) => step.to === 'proposed');
    const chosen = life.steps[at];
    return chosen && asked ? [(Date.parse(chosen.day) - Date.parse(asked.day)) / DAY_MS] : [];
  });
  return [
    ['ky_phat_hien', came('found')],
    ['ky_de_nghi', came('proposed')],
    ['ky_tra_lai', came('returned')],
    ['ky_chon', came('nurtured')],
    ['ky_cong_nhan', came('recognised')],
    ['ky_ton_vinh', came('honoured')],
    ['ky_khong_chon', came('declined')],
    ['ky_rut_thoi', came('withdrawn', 'lapsed')],
    ['ky_ngay_cho_tb', mean(waits)],
    ['ky_ngay_cho_max', waits.length === 0 ? null : Math.max(...waits)],
  ];
}

function ofPromises(lives: readonly Life[], { from, to }: SlowScope): [string, number | null][] {
  const due = lives.flatMap((life) => life.promises.filter((one) => one.due >= from && one.due <= to));
  const kept = due.filter((one) => one.done !== null && one.done <= to);
  const of = (list: typeof due, kind: string) => list.filter((one) => one.kind === kind).length;
  const costs = kept.filter((one) => one.kind === 'support').map((one) => one.cost);
  const known = costs.filter((cost) => cost !== null);
  const spent = known.reduce((sum, cost) => sum + cost, 0);
  return [
    ['gd_phai', of(due, 'help')],
    ['gd_da', of(kept, 'help')],
    ['gd_ty_le', percent(of(kept, 'help'), of(due, 'help'))],
    ['bd_phai', of(due, 'support')],
    ['bd_da', of(kept, 'support')],
    ['bd_ty_le', percent(of(kept, 'support'), of(due, 'support'))],
    ['kinh_phi', costs.length === 0 ? 0 : known.length === 0 ? null : spent],
    ['kinh_phi_co_ghi', percent(known.length, costs.length)],
  ];
}

function ofAwards(lives: readonly Life[], { from, to }: SlowScope): [string, number | null][] {
  const given = lives.flatMap((life) =>
    life.honours
      .filter((honour) => honour.day >= from && honour.day <= to)
      .map((honour) => ({ ...honour, kind: life.kind })),
  );
  const which = (test: (one: (typeof given)[number]) => boolean) => given.filter(test).length;
  return [
    ['kth_tong', given.length],
    ['kth_ca_nhan', which((one) => one.kind === 'individual')],
    ['kth_tap_the', which((one) => one.kind === 'collective')],
    ['kth_ho', which((one) => one.kind === 'household')],
    ['kth_toan_quoc', which((one) => one.level === 'national')],
    ['kth_tinh', which((one) => one.level === 'province')],
    ['kth_co_so', which((one) => one.level === 'commune')],
    ['kth_co_hinh_thuc', which((one) => one.form)],
    ['kth_bieu_duong', which((one) => !one.form)],
    ['kth_truc_tiep', null],
    ['kth_ty_le_truc_tiep', null],
  ];
}

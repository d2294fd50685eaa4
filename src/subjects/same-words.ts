/**
 * What short words in the names of collectives stand for. Not here: those that mean more than one thing, which
 * `expandInContext` of `same-names.ts` reads by their neighbours. The database keeps the same table without marks
 * (`same_abbreviations()`); a test holds the two together.
 */
export const ABBREVIATIONS: Record<string, string> = {
  // schools
  th: 'tiểu học',
  thcs: 'trung học cơ sở',
  thpt: 'trung học phổ thông',
  ptth: 'trung học phổ thông',
  ptdtnt: 'phổ thông dân tộc nội trú',
  ptdtbt: 'phổ thông dân tộc bán trú',
  mn: 'mầm non',
  mg: 'mẫu giáo',
  gdtx: 'giáo dục thường xuyên',
  gdnn: 'giáo dục nghề nghiệp',
  gd: 'giáo dục',
  gdđt: 'giáo dục đào tạo',
  đh: 'đại học',
  // farming and business
  htx: 'hợp tác xã',
  htxnn: 'hợp tác xã nông nghiệp',
  htxdvnn: 'hợp tác xã dịch vụ nông nghiệp',
  tht: 'tổ hợp tác',
  dv: 'dịch vụ',
  nn: 'nông nghiệp',
  dvnn: 'dịch vụ nông nghiệp',
  sxkd: 'sản xuất kinh doanh',
  cty: 'công ty',
  cp: 'cổ phần',
  ctcp: 'công ty cổ phần',
  tnhh: 'trách nhiệm hữu hạn',
  mtv: 'một thành viên',
  dn: 'doanh nghiệp',
  dntn: 'doanh nghiệp tư nhân',
  // offices
  ubnd: 'ủy ban nhân dân',
  hđnd: 'hội đồng nhân dân',
  mttq: 'mặt trận tổ quốc',
  ubmttq: 'ủy ban mặt trận tổ quốc',
  bhxh: 'bảo hiểm xã hội',
  bv: 'bệnh viện',
  bvđk: 'bệnh viện đa khoa',
  ttyt: 'trung tâm y tế',
  tyt: 'trạm y tế',
  kbnn: 'kho bạc nhà nước',
  nhcsxh: 'ngân hàng chính sách xã hội',
  bql: 'ban quản lý',
  bcđ: 'ban chỉ đạo',
  bchqs: 'ban chỉ huy quân sự',
  qs: 'quân sự',
  ptnt: 'phát triển nông thôn',
  nnptnt: 'nông nghiệp phát triển nông thôn',
  vhtt: 'văn hóa thông tin',
  pccc: 'phòng cháy chữa cháy',
  ntm: 'nông thôn mới',
  vp: 'văn phòng',
  // people together
  clb: 'câu lạc bộ',
  kdc: 'khu dân cư',
  tdp: 'tổ dân phố',
  lđlđ: 'liên đoàn lao động',
  lhpn: 'liên hiệp phụ nữ',
  pn: 'phụ nữ',
  hpn: 'hội phụ nữ',
  hnd: 'hội nông dân',
  ccb: 'cựu chiến binh',
  hccb: 'hội cựu chiến binh',
  ctđ: 'chữ thập đỏ',
  nct: 'người cao tuổi',
  đtn: 'đoàn thanh niên',
  tnxp: 'thanh niên xung phong',
};

/** Figures of groups and places, where they stand in capitals by themselves: "Khu II". A V or X may be a letter. */
export const ROMAN: Record<string, string> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
};

/** Short words within the names of people: "Ng. Th. Hoa". */
export const SHORT_NAMES: Record<string, string> = { ng: 'nguyễn', th: 'thị', v: 'văn' };

/**
 * What stands before a name and is none of it: address, kind of household, rank. Longer ones first. The database
 * keeps the same without marks (`same_titles()`).
 */
export const TITLES: readonly string[] = [
  'bà mẹ việt nam anh hùng',
  'cán bộ và nhân dân',
  'nhân dân và cán bộ',
  'cán bộ nhân dân',
  'hộ gia đình',
  'nghệ nhân ưu tú',
  'nghệ nhân nhân dân',
  'nghệ nhân',
  'nhà giáo ưu tú',
  'nhà giáo',
  'gia đình',
  'đồng chí',
  'chủ hộ',
  'tập thể',
  'nhân dân',
  'thầy giáo',
  'cô giáo',
  'bác sĩ',
  'kỹ sư',
  'thạc sĩ',
  'tiến sĩ',
  'hộ',
  'gđ',
  'đ c',
  'ông',
  'bà',
  'anh',
  'chị',
  'cô',
  'chú',
  'bác',
  'cụ',
  'em',
  'thầy',
  'ths',
  'bs',
];

/**
 * Words that tell collectives apart too little, or that are written so differently that they do not help to find
 * them: left out of the keys (`same_noise()` in the database), never out of the comparison.
 */
export const NOISE: readonly string[] = [
  ...['truong', 'xa', 'phuong', 'thi', 'tran', 'huyen', 'tinh', 'thanh', 'pho', 'so', 'cua', 'va', 'tai'],
  // what TT, CA, BCH, TP, TX and the like may stand for
  ...[
    'tt',
    'trung',
    'tam',
    'ca',
    'cong',
    'an',
    'bch',
    'chap',
    'hanh',
    'chi',
    'huy',
    'tp',
    'tx',
    'p',
    'x',
    'h',
  ],
  ...['dich', 'vu', 'dan', 'cu'],
];

// Mergers whose parts are named by a page of the press, of a law office or of Wikipedia; facts only, in own form.
const THANH_BA = 'theo luatduonggia.vn (huyện Thanh Ba)';
const CAM_KHE = 'theo luatduonggia.vn (huyện Cẩm Khê)';
const PRESS_2024 = 'theo baophutho.vn ngày 14/11/2024';

/** Nghị quyết 828/NQ-UBTVQH14, from 01/01/2020. */
export const MERGERS_2020 = [
  { district: '232', from: ['xã Yển Khê', 'xã Thanh Vân'], to: 'xã Hanh Cù', source: THANH_BA },
  { district: '232', from: ['xã Phương Lĩnh', 'xã Vũ Yển'], to: 'xã Mạn Lạn', source: THANH_BA },
  {
    district: '232',
    from: ['xã Quảng Nạp', 'xã Thái Ninh', 'xã Năng Yên'],
    to: 'xã Quảng Yên',
    source: THANH_BA,
  },
  { district: '232', from: ['xã Thanh Xá', 'xã Yên Nội'], to: 'xã Hoàng Cương', source: THANH_BA },
  {
    district: '235',
    from: ['xã Đồng Cam', 'xã Phương Xá', 'xã Phùng Xá'],
    to: 'xã Minh Tân',
    source: CAM_KHE,
  },
  {
    district: '235',
    from: ['xã Thanh Nga', 'xã Sơn Nga', 'xã Sai Nga', 'thị trấn Sông Thao'],
    to: 'thị trấn Cẩm Khê',
    source: CAM_KHE,
  },
  {
    district: '235',
    from: ['xã Hiền Đa', 'xã Cát Trù', 'xã Tình Cương'],
    to: 'xã Hùng Việt',
    source: CAM_KHE,
  },
  {
    district: '230',
    from: ['xã Đông Khê', 'xã Hùng Quan', 'xã Nghinh Xuyên'],
    to: 'xã Hùng Xuyên',
    source: 'theo Wikipedia (xã Hùng Xuyên)',
  },
  {
    district: '233',
    from: ['xã Bình Bộ', 'xã Tử Đà', 'xã Vĩnh Phú'],
    to: 'xã Bình Phú',
    source: 'theo Wikipedia (xã Bình Phú)',
  },
  { district: '231', from: ['xã Vụ Cầu'], to: 'xã Vĩnh Chân', source: 'theo baomoi.net.vn (c41468310)' },
  // the only commune of the city that is gone, and the only one that was enlarged
  {
    district: '227',
    from: ['xã Tân Đức'],
    to: 'phường Minh Nông',
    source: 'suy từ tóm tắt của dantocmiennui.vn',
  },
];

/** Nghị quyết 1282/NQ-UBTVQH15, from 01/01/2025. */
export const MERGERS_2025_01 = [
  { district: '227', from: ['phường Vân Cơ'], to: 'phường Nông Trang', source: PRESS_2024 },
  { district: '227', from: ['phường Bến Gót'], to: 'phường Thọ Sơn', source: PRESS_2024 },
  { district: '230', from: ['xã Minh Phú', 'xã Vụ Quang'], to: 'xã Chân Mộng', source: PRESS_2024 },
  { district: '230', from: ['xã Minh Tiến', 'xã Tiêu Sơn'], to: 'xã Yên Kiện', source: PRESS_2024 },
];

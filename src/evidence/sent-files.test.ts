import { expect, it } from 'vitest';
import { titleOf } from './sent-files.ts';

it.each([
  ['Ảnh con đường.JPG', 'Ảnh con đường'],
  ['IMG_20181105_101530.jpg', 'IMG_20181105_101530'],
  ['Nhà ông Bảy 21.34567,105.28765.jpg', 'Nhà ông Bảy'],
  ['(21.34567, 105.28765) mặt đường.jpeg', 'mặt đường'],
  ['21,34567_105,28765.png', 'tệp không tên'],
  ['Sản lượng 12.500 kg, 13.700 kg.pdf', 'Sản lượng 12.500 kg, 13.700 kg'],
  ['.pdf', 'tệp không tên'],
  ['Danh sách 1.234, 5.678 hộ.xlsx', 'Danh sách 1.234, 5.678 hộ'],
])('the title of %s is %s: where a picture was taken is left out', (name, title) => {
  expect(titleOf(name)).toBe(title);
});

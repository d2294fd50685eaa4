import type { AddRule } from './kinds.ts';

/** How the figures of offices below become one, in words. */
export const ADD_NAMES: Record<AddRule, string> = {
  sum: 'cộng dồn',
  mean: 'lấy bình quân',
  max: 'lấy số lớn nhất',
  none: 'không cộng',
};

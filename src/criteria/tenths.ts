/**
 * Points are given in tenths and summed as whole numbers of tenths: 0,1 + 0,2 is 0,3 here.
 */
export const toTenths = (points: number): number => Math.round(points * 10);

export const fromTenths = (tenths: number): number => tenths / 10;

/** Is the number written with one decimal at most? */
export const isInTenths = (points: number): boolean => Math.abs(points * 10 - toTenths(points)) < 1e-6;

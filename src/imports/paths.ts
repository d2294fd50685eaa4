export const IMPORTS_PATH = '/nhap-danh-sach';
export const TEMPLATE_PATH = `${IMPORTS_PATH}/mau.xlsx`;

export const batchPath = (id: number): string => `${IMPORTS_PATH}/${id}`;
export const matchPath = (id: number): string => `${batchPath(id)}/ghep-cot`;
export const decidePath = (id: number): string => `${batchPath(id)}/quyet-dinh`;
export const applyPath = (id: number): string => `${batchPath(id)}/nhap`;
export const undoPath = (id: number): string => `${batchPath(id)}/hoan-tac`;
export const dropPath = (id: number): string => `${batchPath(id)}/bo`;
export const leftPath = (id: number): string => `${batchPath(id)}/chua-nhap.xlsx`;

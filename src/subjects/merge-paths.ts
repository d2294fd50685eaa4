export const subjectPath = (id: number): string => `/chu-the/${id}`;
/** Where the other one is chosen. */
export const chooseOtherPath = (id: number): string => `/chu-the/${id}/gop`;
/** Both side by side: the first is kept. */
export const mergePath = (keptId: number, goneId: number): string => `/chu-the/${keptId}/gop/${goneId}`;
/** That the two are not one. */
export const apartPath = (oneId: number, otherId: number): string =>
  `/chu-the/${oneId}/gop/${otherId}/khac-nhau`;
export const undoPath = (keptId: number, mergeId: number): string =>
  `/chu-the/${keptId}/gop/${mergeId}/hoan-tac`;
export const PAIRS_PATH = '/chu-the/trung';
/** That they are asked about again. */
export const askAgainPath = (oneId: number, otherId: number): string =>
  `/chu-the/${oneId}/gop/${otherId}/xem-lai`;

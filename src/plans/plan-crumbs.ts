/** Where a page within a plan stands: the plans, and the plan by its number; a draft has none yet. */
export const planCrumbs = (id: number, number: string): { label: string; href: string }[] => [
  { label: 'Kế hoạch', href: '/ke-hoach' },
  { label: number || 'Dự thảo chưa có số', href: `/ke-hoach/${id}` },
];

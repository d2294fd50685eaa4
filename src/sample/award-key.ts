/** By what a form of award is known in the seeds and in the database: it stands once for each law that has it. */
export const awardKey = ({
  name,
  legal_basis: basis,
}: {
  name: string;
  legal_basis: string | null;
}): string => `${name} / ${basis ?? ''}`;

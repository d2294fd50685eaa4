import type { OfficeInTree } from '../../offices/tree.ts';

/** Offices as groups of a select: by kind, each with the office above it, since a name alone may be borne by two. */
export function officeGroups(offices: readonly OfficeInTree[]) {
  const names = new Map(offices.map((office) => [office.id, office.name]));
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { id, name, kindName, parentId, path } of offices) {
    const above = path.length > 2 && parentId !== null ? names.get(parentId) : undefined;
    const option = { value: String(id), label: above ? `${name}, ${above}` : name };
    groups.set(kindName, [...(groups.get(kindName) ?? []), option]);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

/** Every table and index that a query would read, with the way it is read: 'Index Scan office office_sorted'. */
export async function scansOf(query: { explain(format: 'json'): Promise<unknown[]> }): Promise<string[]> {
  const [explained] = (await query.explain('json')) as { 'QUERY PLAN': { Plan: PlanNode }[] }[];
  return scansIn(explained?.['QUERY PLAN'][0]?.Plan);
}

function scansIn(node: PlanNode | undefined): string[] {
  if (!node) return [];
  const own = [node['Node Type'], node['Relation Name'], node['Index Name']].filter(Boolean).join(' ');
  return [
    ...(node['Relation Name'] || node['Index Name'] ? [own] : []),
    ...(node.Plans ?? []).flatMap(scansIn),
  ];
}

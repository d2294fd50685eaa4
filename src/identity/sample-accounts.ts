import type { Reader } from '../platform/db.ts';
import { ROLES, type Role } from './actor.ts';

export interface SampleAccount {
  id: number;
  displayName: string;
  role: Role;
  officeName: string;
}

/** The accounts of the sample under their first role, in the order of the roles, for the one-click entrance. */
export async function sampleAccounts(db: Reader): Promise<SampleAccount[]> {
  const rows = await db
    .selectFrom('account as a')
    .innerJoin('account_grant as g', 'g.account_id', 'a.id')
    .innerJoin('office as o', 'o.id', 'g.office_id')
    .distinctOn('a.id')
    .select(['a.id', 'a.display_name as displayName', 'g.role', 'o.name as officeName'])
    .where('a.is_sample', '=', true)
    .where('a.active', '=', true)
    .orderBy('a.id')
    .orderBy('g.id')
    .execute();
  return ROLES.flatMap((role) => rows.filter((row) => row.role === role).map((row) => ({ ...row, role })));
}

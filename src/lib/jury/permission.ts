import type { Stage } from './stages.ts';
import type { Role } from './terms.ts';

/** Those who may be in the table: the roles, and the server's clock ([D83]), which has no place in the room and sees nothing. */
export type Doer = Role | 'clock';

export interface Permission {
  readonly roles: readonly Doer[];
  readonly stages: readonly Stage[];
}

export const may = (roles: readonly Doer[], stages: readonly Stage[]): Permission => ({ roles, stages });

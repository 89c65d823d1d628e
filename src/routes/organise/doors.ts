/** Where each office does its work. */
import type { JuryId, StaffRole } from '$lib/jury/terms.ts';

const DOORS: Readonly<Record<StaffRole, string>> = {
  organiser: '/organise',
  facilitator: '/facilitate',
  oversight: '/oversee',
  'returning-officer': '/returning',
  authority: '/answer',
  observer: '/watch',
};

export const doorOf = (role: StaffRole, jury: JuryId): string => `${DOORS[role]}/${jury}`;

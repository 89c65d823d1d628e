/** The demonstration's staff, and a door for each of those who would like to look around. */
import type { StaffRole } from '../../lib/jury/terms.ts';
import type { Jury } from '../../lib/jury/jury.ts';
import { activeJurors } from '../../lib/jury/recruitment/seats.ts';
import type { App } from '../../lib/server/app.ts';
import { holderForAccount, holderForSeat, holderForWitness } from '../../lib/server/auth/auth.ts';
import type { Holder } from '../../lib/server/auth/auth.ts';
import { accountByEmail } from '../../lib/server/records/accounts.ts';
import { personAt } from '../../lib/server/records/people.ts';
import { readSmog, staffOf } from './script.ts';
import type { Staff } from './script.ts';

export type Company = Readonly<Record<StaffRole, { readonly kind: 'member'; readonly id: string }>>;

export const emailOf = (role: StaffRole): string => `${role}@example.org`;

/**
 * An account for every office; those that exist are used. `password` gives each one that nobody knows, so that their personal
 * links let visitors in without asking for a password to be chosen.
 */
export async function hireStaff(app: App, password?: () => string): Promise<Company> {
  const hired: (readonly [StaffRole, Company[StaffRole]])[] = [];
  for (const person of staffOf(readSmog()))
    hired.push([person.role, { kind: 'member', id: await accountOf(app, person, password?.()) }]);
  return Object.fromEntries(hired) as Company;
}

async function accountOf(
  { auth, database }: App,
  { role, name, locale }: Staff,
  password: string | undefined,
): Promise<string> {
  const known = await accountByEmail(database, emailOf(role));
  if (known) return known.id;
  const created = await auth.createAccount({
    email: emailOf(role),
    name,
    locale,
    mayCreate: role === 'organiser',
    ...(password !== undefined && { password }),
  });
  if (!created.ok) throw new Error(`No account for ${emailOf(role)}: ${created.error.code}`);
  return created.value.id;
}

export interface Door {
  readonly role: string;
  readonly name: string;
  readonly url: string;
}

const JURORS_WITH_A_DOOR = 3;

/** A fresh single-use link for each role. The ones before it stop working. */
export async function openDoors(app: App, jury: Jury): Promise<readonly Door[]> {
  const doors: Door[] = [];
  const open = async (role: string, name: string, holder: Holder): Promise<void> => {
    const link = await app.auth.issueLink(holder);
    if (!link.ok) throw new Error(`No link for ${role}: ${link.error.code}`);
    doors.push({ role, name, url: link.value.url });
  };
  const nameOf = async (ref: string): Promise<string> => (await personAt(app.database, jury.id, ref))?.name ?? ref;

  const staff = staffOf(readSmog());
  const members = Object.entries(jury.charter.members);
  for (const { role, name } of staff) {
    const member = members.find(([, office]) => office === role);
    if (member) await open(role, name, holderForAccount(member[0]));
  }
  for (const { id } of activeJurors(jury.seats).slice(0, JURORS_WITH_A_DOOR))
    await open('juror', `${await nameOf(id)} (${id})`, holderForSeat(jury.id, id));
  const witnesses = jury.evidence.witnesses.filter((one) => !one.withdrawn);
  const witness = witnesses.find((one) => one.hearing === 'open') ?? witnesses[0];
  if (witness) await open('witness', await nameOf(witness.id), holderForWitness(jury.id, witness.id));
  return doors;
}

/** From the founding of a demonstration jury to its seated jurors. */
import type { Targets } from '../../lib/lottery/index.ts';
import { jurorsOf } from '../../lib/jury/recruitment/seats.ts';
import type { Actor, StaffRole } from '../../lib/jury/terms.ts';
import type { App } from '../../lib/server/app.ts';
import type { Hands } from './hands.ts';
import { computeLottery, takeVolunteers } from './lottery.ts';
import type { Company } from './people.ts';
import { dayAfter, demoPopulation, demoTargets, tableBytes } from './script.ts';
import type { Script } from './script.ts';

export interface Plan {
  readonly script: Script;
  readonly targetsFile: 'categories.csv' | 'parking-categories.csv';
  /** Days from the day of loading. */
  readonly starts: number;
  readonly ends: number;
}

/** Founds the jury, appoints the staff, signs, draws and seats. Returns the jurors as actors. */
export async function recruit(
  app: App,
  hands: Hands,
  { script, targetsFile, starts, ends }: Plan,
  company: Company,
  today: number,
): Promise<readonly Actor[]> {
  const { organiser, authority } = company;
  const dates = { starts: dayAfter(today, starts), ends: dayAfter(today, ends) };
  await hands.give(organiser, { type: 'create-jury', ...script.charter, ...dates });
  for (const [role, member] of Object.entries(company) as [StaffRole, Company[StaffRole]][])
    if (role !== 'organiser') await hands.give(organiser, { type: 'appoint-member', member: member.id, role });
  await hands.give(organiser, { type: 'set-decision-rule', ...script.rule });
  const respondBy = dayAfter(today, ends + 60);
  await hands.give(authority, { type: 'sign-mandate', statement: script.mandate, respondBy });
  await hands.give(organiser, { type: 'advance-stage', to: 'inviting' });
  await hands.give(organiser, { type: 'advance-stage', to: 'selecting' });

  const targets = demoTargets(targetsFile);
  const { attitude, source, alternates, seed, drawWitnesses: witnesses } = script;
  const population = demoPopulation(targets);
  await hands.give(organiser, { type: 'set-targets', targets: [...targets], attitude, population, source });
  const standing = await app.juries.standing(hands.jury);
  const frozen = standing?.jury.selection.frozen;
  if (!frozen) await takeVolunteers(app, hands.jury, volunteers(targets));
  await hands.give(organiser, { type: 'load-pool' });
  if (!frozen) await computeLottery(app, hands.jury);
  await hands.give(organiser, { type: 'freeze-selection', alternates });
  await hands.give(organiser, { type: 'draw-panel', seed, witnesses: [...witnesses] });
  await hands.give(organiser, { type: 'vacate-seat', seat: 'S03', reason: 'declined' });
  await hands.give(organiser, { type: 'call-alternate', vacant: 'S03' });
  await hands.give(organiser, { type: 'advance-stage', to: 'onboarding' });

  const drawn = jurorsOf((await app.juries.standing(hands.jury))?.jury.seats ?? {});
  for (const { id } of drawn) await hands.give(organiser, { type: 'confirm-seat', seat: id });
  return drawn.map(({ id }) => ({ kind: 'seat', id }));
}

/** Everyone in respondents.csv, with their answers in the categories of these targets. */
function volunteers(targets: Targets): Parameters<typeof takeVolunteers>[2] {
  const categories = Object.fromEntries(targets.map(({ category }) => [category, category]));
  const columns = { id: 'id', categories, household: [], name: 'name', email: 'email', phone: 'phone' };
  return { text: new TextDecoder().decode(tableBytes('respondents.csv')), columns };
}

/** A jury in session with everybody in it, made by real commands, and a way in for each of them. */
import { handsFor } from '../../src/cli/demo/hands.ts';
import type { Hands } from '../../src/cli/demo/hands.ts';
import { computeLottery, takeVolunteers } from '../../src/cli/demo/lottery.ts';
import { hireStaff } from '../../src/cli/demo/people.ts';
import type { Company } from '../../src/cli/demo/people.ts';
import { numbered } from '../../src/lib/jury/terms.ts';
import type { Actor, SeatId } from '../../src/lib/jury/terms.ts';
import type { App } from '../../src/lib/server/app.ts';
import { holderForAccount, holderForSeat, holderForWitness } from '../../src/lib/server/auth/auth.ts';
import type { Holder } from '../../src/lib/server/auth/auth.ts';

export interface Seated {
  readonly jury: string;
  readonly seats: readonly SeatId[];
  readonly company: Company;
  readonly hands: Hands;
}

interface SeatedWith {
  readonly jury: string;
  readonly seats: number;
  readonly codes?: boolean;
  readonly changeable?: boolean;
}

const words = (text: string) => ({ en: text, ru: text, kk: text });

/** A jury in its first session, in the stage of learning, with one exhibit and one witness. `S01` and so on are its jurors. */
export async function seatJury(
  app: App,
  { jury, seats, codes = false, changeable = false }: SeatedWith,
): Promise<Seated> {
  const company = await hireStaff(app);
  const { organiser, facilitator, authority } = company;
  const hands = handsFor(app, jury);
  const charter = {
    title: words(`Trial ${jury}`),
    question: words('What now?'),
    scopeIn: words('This'),
    scopeOut: words('That'),
  };
  const dates = { starts: '2027-01-01', ends: '2027-02-01' };
  await hands.give(organiser, { type: 'create-jury', ...charter, authority: words('The city'), seats, ...dates });
  for (const [role, member] of Object.entries(company) as [keyof Company, Company['organiser']][])
    if (role !== 'organiser') await hands.give(organiser, { type: 'appoint-member', member: member.id, role });
  await hands.give(organiser, {
    type: 'set-decision-rule',
    threshold: { num: 2, den: 3 },
    denominator: 'for-and-against',
    quorum: { num: 3, den: 4 },
    abstention: true,
    tie: 'not-adopted',
    minorityFloor: { num: 1, den: 10 },
    codes,
    changeable,
  });
  await hands.give(authority, { type: 'sign-mandate', statement: 'We answer.', respondBy: '2027-04-01' });
  await hands.give(organiser, { type: 'advance-stage', to: 'inviting' });
  await hands.give(organiser, { type: 'advance-stage', to: 'selecting' });
  await drawEveryone(app, hands, company, seats);
  await hands.give(organiser, { type: 'advance-stage', to: 'onboarding' });
  const seatIds = Array.from({ length: seats }, (_, index) => numbered('S', index + 1));
  for (const seat of seatIds) await hands.give(organiser, { type: 'confirm-seat', seat });
  const source = { nominatedBy: 'oversight', why: 'Everyone asked for it.' } as const;
  await hands.give(organiser, {
    type: 'add-text-exhibit',
    title: 'Facts',
    author: 'An institute',
    ...source,
    body: 'A fact.',
  });
  await hands.give(organiser, {
    type: 'invite-witness',
    kind: 'neutral-expert',
    affiliation: 'An institute',
    topic: 'Facts',
    ...source,
  });
  await hands.give(organiser, { type: 'declare-interests', witness: 'W1', interests: 'None.' });
  await hands.give(organiser, {
    type: 'plan-session',
    title: 'First',
    startsAt: 0,
    agenda: [{ title: 'Talk', minutes: 60 }],
  });
  await hands.give(organiser, { type: 'advance-stage', to: 'learning' });
  await hands.give(facilitator, { type: 'open-session', session: 'D1' });
  await hands.give(facilitator, { type: 'open-hearing', witness: 'W1' });
  return { jury, seats: seatIds, company, hands };
}

const ALTERNATES = 3;
/** The same tickets each time, so that two runs of one story can be compared. */
const SALT = '7'.repeat(64);

/** A pool of exactly those who are needed. */
async function drawEveryone(app: App, hands: Hands, { organiser }: Company, seats: number): Promise<void> {
  const everyone = { category: 'view', value: 'any', min: seats, max: seats };
  await hands.give(organiser, { type: 'set-targets', targets: [everyone], attitude: 'view', population: [] });
  const people = Array.from({ length: seats + ALTERNATES }, (_, index) => `${index + 1},any,Person ${index + 1}`);
  const columns = { id: 'id', categories: {}, household: [], name: 'name', email: '', phone: '' };
  await takeVolunteers(app, hands.jury, { text: ['id,view,name', ...people].join('\n'), columns, salt: SALT });
  await hands.give(organiser, { type: 'load-pool' });
  await computeLottery(app, hands.jury);
  await hands.give(organiser, { type: 'freeze-selection', alternates: ALTERNATES });
  await hands.give(organiser, { type: 'draw-panel', seed: '4 1 6', witnesses: ['A notary'] });
}

export function holderOfActor(jury: string, actor: Actor): Holder {
  switch (actor.kind) {
    case 'member':
      return holderForAccount(actor.id);
    case 'seat':
      return holderForSeat(jury, actor.id);
    case 'witness':
      return holderForWitness(jury, actor.id);
    case 'public':
      throw new Error('The public needs no way in.');
  }
}

/** Signs somebody in by a personal link. Returns what their browser sends from then on. */
export async function cookieFor({ auth }: App, jury: string, actor: Actor): Promise<string> {
  const link = await auth.issueLink(holderOfActor(jury, actor));
  // Each comes from an address of their own, so that the limits on one address stay out of the way.
  const ip = `10.0.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;
  const entered = link.ok ? await auth.enterByLink(link.value.token, { ip, token: null }) : link;
  if (!entered.ok) throw new Error(`No way in: ${entered.error.code}`);
  return `${entered.value.cookie.name}=${entered.value.cookie.value}`;
}

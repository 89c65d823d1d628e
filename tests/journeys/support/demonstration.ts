/** The demonstration juries and two more, so that every page has something to show, with a link for everyone who works in them. */
import { cpSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { PARKING, SMOG, loadDemonstration } from '../../../src/cli/demo/load.ts';
import { prepareEvidence } from '../../../src/cli/demo/evidence.ts';
import { handsFor } from '../../../src/cli/demo/hands.ts';
import { hireStaff } from '../../../src/cli/demo/people.ts';
import { recruit } from '../../../src/cli/demo/recruit.ts';
import { readParking } from '../../../src/cli/demo/script.ts';
import { extrasOf } from '../../../src/lib/jury/verdict/extras.ts';
import { STAFF_ROLES } from '../../../src/lib/jury/terms.ts';
import type { Actor, StaffRole } from '../../../src/lib/jury/terms.ts';
import { createApp } from '../../../src/lib/server/app.ts';
import type { App } from '../../../src/lib/server/app.ts';
import { holderForAccount, holderForSeat, holderForWitness } from '../../../src/lib/server/auth/auth.ts';
import type { Holder } from '../../../src/lib/server/auth/auth.ts';
import { readConfig } from '../../../src/lib/server/config.ts';
import type { Place } from './server.ts';

/** In the middle of a session; published and answered; in the writing; in the vote. */
export const JURIES = { live: SMOG, published: PARKING, drafting: 'demo-drafting', voting: 'demo-voting' } as const;

export interface Links {
  readonly staff: Readonly<Record<StaffRole, string>>;
  readonly witness: string;
  /** A juror's link in each of the juries. */
  readonly jurors: Readonly<Record<keyof typeof JURIES, string>>;
  /** Another juror's in the jury that drafts. */
  readonly beside: string;
  /** Further unused links of jurors in the live jury. */
  readonly spare: readonly string[];
}

/** Fills a place's folder; call before its server starts. */
export async function prepareDemonstration({ data, variables }: Place): Promise<Links> {
  // Letters carry the address of their place, so that only what was loaded without a mailbox serves anywhere.
  if (variables['ALQA_MAILBOX'] === undefined) cpSync(await loadedOnce(variables), data, { recursive: true });
  else await withApp(variables, load);
  return withApp(variables, linksOf);
}

/** A folder with the juries in it, filled by the first journey of a run that asks for one: filling it takes seven seconds. */
async function loadedOnce(variables: Place['variables']): Promise<string> {
  const loaded = join(inject('shared'), 'demonstration');
  if (existsSync(loaded)) return loaded;
  const loading = mkdtempSync(join(inject('shared'), 'loading-'));
  await withApp({ ...variables, ALQA_DATA: loading }, load);
  renameSync(loading, loaded);
  return loaded;
}

async function withApp<T>(variables: Place['variables'], work: (app: App) => Promise<T>): Promise<T> {
  const app = await createApp(readConfig({ ...variables, ALQA_LOG: 'warn' }));
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

async function load(app: App): Promise<void> {
  await loadDemonstration(app);
  await writeRecommendations(app, JURIES.drafting, false);
  await writeRecommendations(app, JURIES.voting, true);
}

/** Brings one more jury to its first recommendation, and on to the vote on it. */
async function writeRecommendations(app: App, jury: string, vote: boolean): Promise<void> {
  const script = readParking();
  const hands = handsFor(app, jury);
  const company = await hireStaff(app);
  const { organiser, facilitator, authority, 'returning-officer': officer } = company;
  const today = Date.now();
  const plan = { script, targetsFile: 'parking-categories.csv', starts: -20, ends: 20 } as const;
  const jurors = await recruit(app, hands, plan, company, today);
  await prepareEvidence(app, hands, script, company, today, 1);
  for (const to of ['learning', 'deliberating', 'drafting'] as const)
    await hands.give(organiser, { type: 'advance-stage', to });
  const first = script.recommendations[0] ?? neverEmpty();
  const { title, draft, rationale, addressee } = first;
  const wording = {
    title,
    text: draft,
    rationale,
    addressee,
    ...extrasOf(first),
    citations: [{ kind: 'exhibit' as const, id: 'E1' }],
  };
  await hands.give(jurors[0] as Actor, { type: 'propose-recommendation', ...wording });
  if (!vote) {
    const change = { field: 'title', paragraph: 1, base: 1, instead: 'Paid parking by day', why: 'Shorter.' } as const;
    await hands.give(jurors[1] as Actor, { type: 'suggest-change', recommendation: 'R1', ...change });
    const law = {
      act: 'City parking rules, section 12',
      lawNow: 'Parking is free.',
      lawNew: 'Parking costs 200 an hour.',
    };
    const amendment = { field: 'amendment', base: 1, paragraph: 0, ...law, why: 'The rules have to say it.' } as const;
    await hands.give(jurors[2] as Actor, { type: 'suggest-change', recommendation: 'R1', ...amendment });
    const dropSource = { kind: 'exhibit', id: 'E1', version: 1 } as const;
    const source = {
      field: 'citations',
      base: 1,
      paragraph: 0,
      dropSource,
      why: 'It is about another street.',
    } as const;
    await hands.give(jurors[2] as Actor, { type: 'suggest-change', recommendation: 'R1', ...source });
    await hands.give(facilitator, { type: 'open-round', recommendation: 'R1' });
    await hands.give(facilitator, { type: 'open-review', about: 'R1', until: today + 86_400_000 });
    await hands.give(jurors[0] as Actor, { type: 'ask-authority', recommendation: 'R1', version: 1 });
    const note = { recommendation: 'R1', version: 1, text: 'The rules allow it from May on.' } as const;
    await hands.give(authority, { type: 'note-feasibility', ...note });
    return;
  }
  await hands.give(facilitator, { type: 'freeze-recommendation', recommendation: 'R1', version: 1 });
  await hands.give(organiser, { type: 'advance-stage', to: 'voting' });
  await hands.give(officer, { type: 'open-ballot', recommendation: 'R1' });
  const streets = ['Abai Avenue', 'Dostyk Avenue', 'The square before the opera'];
  await hands.give(facilitator, { type: 'write-poll', form: 'ranking', text: 'Which street first?', options: streets });
  const payers = { text: 'Who should pay?', options: ['The city', 'Drivers', 'Both'], onlyIf: 'R1:adopted' };
  await hands.give(facilitator, { type: 'write-poll', form: 'one-of', ...payers });
  await hands.give(officer, { type: 'open-poll', poll: 'P1' });
}

async function linksOf(app: App): Promise<Links> {
  const link = async (holder: Holder): Promise<string> => {
    const issued = await app.auth.issueLink(holder);
    if (!issued.ok) throw new Error(`No link: ${issued.error.code}`);
    return issued.value.url;
  };
  const members = (await app.juries.standing(JURIES.live))?.jury.charter.members ?? {};
  const staff = STAFF_ROLES.map(async (role) => {
    const [id] = Object.entries(members).find(([, office]) => office === role) ?? neverEmpty();
    return [role, await link(holderForAccount(id))] as const;
  });
  const jurors = Object.entries(JURIES).map(
    async ([name, jury]) => [name, await link(holderForSeat(jury, 'S01'))] as const,
  );
  return {
    staff: Object.fromEntries(await Promise.all(staff)) as Links['staff'],
    witness: await link(holderForWitness(JURIES.live, 'W1')),
    jurors: Object.fromEntries(await Promise.all(jurors)) as Links['jurors'],
    beside: await link(holderForSeat(JURIES.drafting, 'S04')),
    spare: await Promise.all(['S02', 'S04'].map((seat) => link(holderForSeat(JURIES.live, seat)))),
  };
}

function neverEmpty(): never {
  throw new Error('The demonstration lacks what every page needs.');
}

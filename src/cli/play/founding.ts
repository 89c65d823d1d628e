/** From nothing to a signed mandate: the charter, the staff, the rule, the signature. */
import { dayAfter, staffOf } from '../demo/script.ts';
import type { StaffRole } from '../../lib/jury/terms.ts';
import type { Browser } from './browser.ts';
import { enter, expectSpent, linksOn } from './enter.ts';
import { expectThat } from './stage.ts';
import type { FoundedStage, Stage } from './stage.ts';

const LOCALES = ['en', 'ru', 'kk'] as const;

/** `link` lets the organiser in for the first time. */
export async function found(stage: Stage, link: string): Promise<FoundedStage> {
  const { origin, script, say } = stage;
  const organiser = await enter(origin, 'the organiser', link);
  await expectSpent(origin, link);
  const jury = await createJury(organiser, stage);
  say(`The organiser founded the jury ${jury}.`);

  const staff: Partial<Record<StaffRole, Browser>> = { organiser };
  for (const { role, name } of staffOf(script))
    if (role !== 'organiser') staff[role] = await invite(stage, organiser, jury, role, name);
  say('Everyone with an office came in by a personal link.');

  const founded: FoundedStage = { ...stage, jury, staff: staff as FoundedStage['staff'] };
  await sign(founded);
  say('The authority signed the mandate.');
  await advance(founded, 'inviting');
  await advance(founded, 'selecting');
  return founded;
}

async function createJury(organiser: Browser, { script: { charter } }: Stage): Promise<string> {
  const texts = (['title', 'question', 'scopeIn', 'scopeOut', 'authority'] as const).flatMap((field) =>
    LOCALES.map((locale) => [`${field}.${locale}`, charter[field][locale]] as const),
  );
  const now = Date.now();
  const dates = { starts: dayAfter(now, 7), ends: dayAfter(now, 70) };
  const filled = { ...Object.fromEntries(texts), seats: String(charter.seats), ...dates };
  const page = await organiser.sendOn('/organise/new', { type: 'create-jury' }, filled);
  const jury = /^\/organise\/([\w-]+)/.exec(page.path)?.[1];
  expectThat(jury !== undefined && jury !== 'new', 'After a jury was founded its page does not open.');
  return jury;
}

async function invite(stage: Stage, organiser: Browser, jury: string, role: StaffRole, name: string): Promise<Browser> {
  const email = `${role}.${jury}@example.org`;
  const which = { type: 'appoint-member', action: '?/invite' };
  const page = await organiser.sendOn(`/organise/${jury}/team`, which, { name, email, role: [role] });
  const [link] = linksOn(page);
  expectThat(link !== undefined, `The invitation of the ${role} shows no personal link.`);
  return enter(stage.origin, `the ${role}`, link);
}

async function sign({ script, staff, jury }: FoundedStage): Promise<void> {
  const { threshold, denominator, quorum, abstention, tie, minorityFloor } = script.rule;
  const rule = {
    'threshold.num': String(threshold.num),
    'threshold.den': String(threshold.den),
    denominator: [denominator],
    'quorum.num': String(quorum.num),
    'quorum.den': String(quorum.den),
    abstention: abstention ? ['on'] : [],
    tie: [tie],
    'minorityFloor.num': String(minorityFloor.num),
    'minorityFloor.den': String(minorityFloor.den),
  };
  await staff.organiser.sendOn(`/organise/${jury}/charter`, { type: 'set-decision-rule' }, rule);
  const mandate = { statement: script.mandate, respondBy: dayAfter(Date.now(), 130) };
  await staff.authority.sendOn(`/answer/${jury}`, { type: 'sign-mandate' }, mandate);
}

/** The organiser moves the jury on to its next stage. */
export async function advance({ staff, jury, say }: FoundedStage, to: string): Promise<void> {
  await staff.organiser.sendOn(`/organise/${jury}`, { type: 'advance-stage', fixed: { to } });
  say(`The jury is now ${to}.`);
}

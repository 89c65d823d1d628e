/** The two demonstration juries, loaded through the same commands that people give. */
import { randomBytes } from 'node:crypto';
import type { Actor } from '../../lib/jury/terms.ts';
import type { App } from '../../lib/server/app.ts';
import { prepareEvidence } from './evidence.ts';
import { markExhibits } from './exhibits.ts';
import { follow, shareDraft } from './observations.ts';
import { handsFor, isLoaded } from './hands.ts';
import type { Hands } from './hands.ts';
import { askFromOutside, checkFacts, handIn, rateHearing } from './hearing.ts';
import { hireStaff } from './people.ts';
import type { Company } from './people.ts';
import { recruit } from './recruit.ts';
import { readParking, readSmog } from './script.ts';
import type { Script } from './script.ts';
import { answerSurvey, askJurors } from './survey.ts';
import { attend, converse, writeMinutes } from './talk.ts';
import { reachVerdict } from './verdict.ts';

export const SMOG = 'demo-winter-air';
export const PARKING = 'demo-courtyards';

/** Loads what is not there yet. Returns whether anything was. */
export async function loadDemonstration(app: App): Promise<boolean> {
  if (await isLoaded(app, SMOG)) return false;
  const company = await hireStaff(app, () => randomBytes(24).toString('base64url'));
  if (!(await isLoaded(app, PARKING))) await loadParking(app, company);
  await loadSmog(app, company);
  return true;
}

/** A loading that goes on another day keeps the day on which it began. */
async function dayOf(app: App, jury: string): Promise<number> {
  return (await app.juries.standing(jury))?.jury.charter.reached[0]?.at ?? Date.now();
}

/** Finished, published and answered. */
async function loadParking(app: App, company: Company): Promise<void> {
  const script = readParking();
  const hands = handsFor(app, PARKING);
  const today = await dayOf(app, PARKING);
  const plan = { script, targetsFile: 'parking-categories.csv', starts: -40, ends: -5 } as const;
  const jurors = await recruit(app, hands, plan, company, today);
  await prepareEvidence(app, hands, script, company, today, script.sessions.length);
  await handIn(hands, script, company, today);
  const { organiser, facilitator } = company;
  await askJurors(hands, organiser, 'before', jurors, script.surveyed);
  await hands.give(organiser, { type: 'advance-stage', to: 'learning' });
  await hands.give(facilitator, { type: 'open-session', session: 'D1' });
  await attend(hands, company, 'D1', jurors);
  await hands.give(facilitator, { type: 'start-item', session: 'D1', item: '1', after: null });
  await hear(hands, script, company, jurors);
  await hands.give(facilitator, { type: 'start-item', session: 'D1', item: '2', after: '1' });
  await discuss(hands, script.discussion, 'D1', jurors);
  await hands.give(facilitator, { type: 'close-session', session: 'D1' });
  const most = Math.ceil(jurors.length / 2);
  await writeMinutes(hands, company, 'D1', jurors, { note: script.minuted, approvals: most });
  await hands.give(organiser, { type: 'advance-stage', to: 'deliberating' });
  await hands.give(organiser, { type: 'advance-stage', to: 'drafting' });
  await follow(app, PARKING);
  await reachVerdict(hands, script, company, jurors);
  await shareDraft(app, PARKING, company, 'R1');
}

const LIVE_SESSION = 5;
/** So many lines have been said before the session that is open now. */
const SAID_BEFORE = 24;
const SAID_NOW = 12;

/** In the middle of its fifth session, with a hearing open and hands raised. */
async function loadSmog(app: App, company: Company): Promise<void> {
  const script = readSmog();
  const hands = handsFor(app, SMOG);
  const today = await dayOf(app, SMOG);
  const plan = { script, targetsFile: 'categories.csv', starts: -35, ends: 28 } as const;
  const jurors = await recruit(app, hands, plan, company, today);
  await prepareEvidence(app, hands, script, company, today, LIVE_SESSION - 1);
  await handIn(hands, script, company, today);
  const { organiser, facilitator } = company;
  const { discussion, offTopic } = script;
  await askJurors(hands, organiser, 'before', jurors, script.surveyed);

  await hands.give(organiser, { type: 'advance-stage', to: 'learning' });
  const perSession = SAID_BEFORE / (LIVE_SESSION - 1);
  for (let session = 1; session < LIVE_SESSION; session += 1) {
    await hands.give(facilitator, { type: 'open-session', session: `D${session}` });
    await attend(hands, company, `D${session}`, jurors);
    await hands.give(facilitator, { type: 'start-item', session: `D${session}`, item: '1', after: null });
    if (session === 2) await markExhibits(hands, script, jurors);
    if (session === 3) await hear(hands, script, company, jurors);
    const said = discussion.slice((session - 1) * perSession, session * perSession);
    await discuss(hands, said, `D${session}`, jurors.slice(session));
    await hands.give(facilitator, { type: 'close-session', session: `D${session}` });
  }

  const most = Math.ceil(jurors.length / 2);
  await writeMinutes(hands, company, 'D3', jurors, { note: script.minuted, approvals: most });
  const { note, remark } = script.talk;
  await writeMinutes(hands, company, 'D4', jurors, { note, approvals: 4, remark });

  const live = `D${LIVE_SESSION}`;
  await hands.give(organiser, { type: 'advance-stage', to: 'deliberating' });
  await hands.give(facilitator, { type: 'open-session', session: live });
  await nameWhatItIsAbout(hands, company, live);
  await attend(hands, company, live, jurors);
  await hands.give(facilitator, { type: 'start-item', session: live, item: '1', after: null });
  await discuss(hands, discussion.slice(SAID_BEFORE, SAID_BEFORE + SAID_NOW), live, jurors);
  const [posted] = await hands.give(jurors[9] ?? facilitator, { type: 'post-message', session: live, text: offTopic });
  if (posted?.type === 'message-posted')
    await hands.give(facilitator, { type: 'hide-message', message: posted.message, rule: 'advertising' });
  await converse(hands, company, live, jurors, script.talk);
  await hands.give(organiser, { type: 'open-survey', survey: 'midway' });
  await answerSurvey(hands, 'midway', jurors.slice(8));
  await hands.give(facilitator, { type: 'start-item', session: live, item: '2', after: '1' });
  await hands.give(facilitator, { type: 'open-hearing', witness: 'W2' });
  await hands.give(facilitator, { type: 'offer-topics', session: live, topics: [...TOPICS] });
  for (const [index, juror] of jurors.slice(0, 7).entries())
    await hands.give(juror, { type: 'choose-topic', session: live, topic: index < 4 ? '1' : '2' });
  for (const juror of jurors.slice(5, 8)) await hands.give(juror, { type: 'raise-hand', session: live });
  await hands.giveLast(facilitator, { type: 'grant-floor', session: live, turn: 'T1' });
}

/** What the tables of the open session can talk about. */
const TOPICS = ['Пеш пен көмір · Печи и уголь', 'Көлік · Транспорт', 'Деректер · Данные о воздухе'];

/** The first item reads an exhibit, the second hears an expert. */
async function nameWhatItIsAbout(hands: Hands, { organiser }: Company, session: string): Promise<void> {
  const links = [
    { item: '1', link: { kind: 'exhibit', id: 'E1' } },
    { item: '2', link: { kind: 'witness', id: 'W2' } },
  ] as const;
  for (const { item, link } of links) await hands.give(organiser, { type: 'link-item', session, item, links: [link] });
}

/** The questions in turn, each supported by some; the first witness answers those that the script answers. */
async function hear(hands: Hands, script: Script, company: Company, jurors: readonly Actor[]) {
  const { facilitator } = company;
  await hands.give(facilitator, { type: 'open-hearing', witness: 'W1' });
  for (const [index, { witness, text, answer }] of script.questions.entries()) {
    const question = `Q${index + 1}`;
    const asked = { type: 'ask-question', witness: `W${witness + 1}`, text } as const;
    await hands.give(jurors[index] as Actor, asked);
    for (const juror of jurors.slice(index + 1, 2 * index + 3))
      await hands.give(juror, { type: 'support-question', question });
    await hands.give(facilitator, { type: 'approve-question', question });
    if (answer)
      await hands.give({ kind: 'witness', id: `W${witness + 1}` }, { type: 'answer-question', question, text: answer });
  }
  await hands.give(facilitator, { type: 'close-hearing', witness: 'W1' });
  await rateHearing(hands, 'W1', company, jurors);
  await askFromOutside(hands, script, company);
  await checkFacts(hands, script, company, jurors);
}

async function discuss(hands: Hands, lines: readonly string[], session: string, jurors: readonly Actor[]) {
  for (const [index, text] of lines.entries())
    await hands.give(jurors[(index * 5) % jurors.length] as Actor, { type: 'post-message', session, text });
}

/** The two demonstration juries, loaded through the same commands that people give. */
import { randomBytes } from 'node:crypto';
import type { Actor } from '../../lib/jury/terms.ts';
import type { App } from '../../lib/server/app.ts';
import { prepareEvidence } from './evidence.ts';
import { follow, shareDraft } from './observations.ts';
import { handsFor, isLoaded } from './hands.ts';
import type { Hands } from './hands.ts';
import { hireStaff } from './people.ts';
import type { Company } from './people.ts';
import { recruit } from './recruit.ts';
import { readParking, readSmog } from './script.ts';
import type { Script } from './script.ts';
import { answerSurvey, askJurors } from './survey.ts';
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
  const { organiser, facilitator } = company;
  await askJurors(hands, organiser, 'before', jurors, script.surveyed);
  await hands.give(organiser, { type: 'advance-stage', to: 'learning' });
  await hands.give(facilitator, { type: 'open-session', session: 'D1' });
  await hear(hands, script, company, jurors);
  await discuss(hands, script.discussion, 'D1', jurors);
  await hands.give(facilitator, { type: 'close-session', session: 'D1' });
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
  const { organiser, facilitator } = company;
  const { discussion, offTopic } = script;
  await askJurors(hands, organiser, 'before', jurors, script.surveyed);

  await hands.give(organiser, { type: 'advance-stage', to: 'learning' });
  const perSession = SAID_BEFORE / (LIVE_SESSION - 1);
  for (let session = 1; session < LIVE_SESSION; session += 1) {
    await hands.give(facilitator, { type: 'open-session', session: `D${session}` });
    if (session === 3) await hear(hands, script, company, jurors);
    const said = discussion.slice((session - 1) * perSession, session * perSession);
    await discuss(hands, said, `D${session}`, jurors.slice(session));
    await hands.give(facilitator, { type: 'close-session', session: `D${session}` });
  }

  const live = `D${LIVE_SESSION}`;
  await hands.give(organiser, { type: 'advance-stage', to: 'deliberating' });
  await hands.give(facilitator, { type: 'open-session', session: live });
  await hands.give(facilitator, { type: 'start-item', session: live, item: '1', after: null });
  await discuss(hands, discussion.slice(SAID_BEFORE, SAID_BEFORE + SAID_NOW), live, jurors);
  const [posted] = await hands.give(jurors[9] ?? facilitator, { type: 'post-message', session: live, text: offTopic });
  if (posted?.type === 'message-posted')
    await hands.give(facilitator, { type: 'hide-message', message: posted.message, rule: 'advertising' });
  await hands.give(organiser, { type: 'open-survey', survey: 'midway' });
  await answerSurvey(hands, 'midway', jurors.slice(8));
  await hands.give(facilitator, { type: 'start-item', session: live, item: '2', after: '1' });
  await hands.give(facilitator, { type: 'open-hearing', witness: 'W2' });
  for (const juror of jurors.slice(5, 8)) await hands.give(juror, { type: 'raise-hand', session: live });
  await hands.giveLast(facilitator, { type: 'grant-floor', session: live, turn: 'T1' });
}

/** The questions in turn, each supported by some; the first witness answers those that the script answers. */
async function hear(hands: Hands, { questions }: Script, { facilitator }: Company, jurors: readonly Actor[]) {
  await hands.give(facilitator, { type: 'open-hearing', witness: 'W1' });
  for (const [index, { witness, text, answer }] of questions.entries()) {
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
}

async function discuss(hands: Hands, lines: readonly string[], session: string, jurors: readonly Actor[]) {
  for (const [index, text] of lines.entries())
    await hands.give(jurors[(index * 5) % jurors.length] as Actor, { type: 'post-message', session, text });
}

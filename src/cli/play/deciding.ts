/** From the first draft to the authority's answers. */
import { setTimeout } from 'node:timers/promises';
import type { ScriptedRecommendation } from '../demo/script.ts';
import { NAMESAKES, choiceAt } from '../demo/verdict.ts';
import { openBrowser } from './browser.ts';
import type { Browser } from './browser.ts';
import { advance } from './founding.ts';
import { openLine } from './line.ts';
import type { Line } from './line.ts';
import { expectThat, shuffled } from './stage.ts';
import type { Juror, SeatedStage } from './stage.ts';
import { must } from './room-stage.ts';

const jurorAt = ({ jurors }: SeatedStage, at: number): Juror => jurors[at % jurors.length] as Juror;

export async function draftTogether(stage: SeatedStage): Promise<void> {
  const { origin, jury, script, staff, say } = stage;
  const facilitator = await openLine({ origin, jury, cookie: staff.facilitator.cookie() });
  try {
    for (const [index, one] of script.recommendations.entries()) {
      const { title, draft, text, rationale, addressee } = one;
      const cite = citesOf(stage, facilitator, one);
      const wording = { title, rationale, addressee, cite };
      const texts = `/take-part/${jury}/text`;
      const recommendation = `R${index + 1}`;
      await jurorAt(stage, index).browser.sendOn(
        `${texts}/new`,
        { type: 'propose-recommendation' },
        { ...wording, text: draft },
      );
      const reviser = jurorAt(stage, index + 4).browser;
      await reviser.sendOn(
        `${texts}/${recommendation}/change`,
        { type: 'revise-recommendation' },
        { ...wording, text },
      );
      await must(facilitator, { type: 'freeze-recommendation', recommendation, version: 2 });
    }
    say(`${script.recommendations.length} recommendations were proposed, revised and frozen.`);
  } finally {
    facilitator.close();
  }
}

/** The boxes to tick: a line of the discussion is looked up by its words, for in a play nobody knows its number beforehand. */
function citesOf({ script }: SeatedStage, line: Line, { citations }: ScriptedRecommendation): readonly string[] {
  const messages = line.replica().view.room?.messages ?? [];
  return citations.map(({ kind, index }) => {
    if (kind === 'exhibit') return `exhibit:E${index + 1}${script.exhibits[index]?.revision ? ':2' : ''}`;
    if (kind === 'answer') return `answer:Q${index + 1}`;
    const said = messages.find(({ text }) => text?.text === script.discussion[index]);
    expectThat(said !== undefined, `Nobody said: ${script.discussion[index]}`);
    return `message:${said.id}`;
  });
}

/** A ballot on each recommendation; everybody marks a paper on its page. Who chooses what is drawn anew each time. */
export async function castBallots(stage: SeatedStage): Promise<void> {
  const { jury, jurors, script, staff, random, say } = stage;
  const desk = `/returning/${jury}`;
  for (const [index, one] of script.recommendations.entries()) {
    const ballot = `B${index + 1}`;
    await staff['returning-officer'].sendOn(desk, { type: 'open-ballot', fixed: { recommendation: `R${index + 1}` } });
    for (const [at, { seat, browser }] of shuffled(jurors, random).entries())
      await castPaper(browser, jury, ballot, choiceAt(one, at), seat);
    const page = await staff['returning-officer'].sendOn(desk, { type: 'close-ballot', fixed: { ballot } });
    const { for: inFavour, against } = one;
    const abstain = jurors.length - inFavour - against;
    for (const count of [inFavour, against, abstain])
      expectThat(page.root.text.includes(String(count)), `The result of ${ballot} does not show the count ${count}.`);
    await staff['returning-officer'].sendOn(desk, { type: 'certify-ballot', fixed: { ballot } });
    say(`${ballot} is closed and certified: ${inFavour} for, ${against} against, ${abstain} abstaining.`);
  }
}

async function castPaper(browser: Browser, jury: string, ballot: string, choice: string, seat: string): Promise<void> {
  const path = `/take-part/${jury}/ballot/${ballot}`;
  const review = await browser.sendOn(path, { action: '?/review' }, { choice: [choice] });
  const receipt = await browser.send(review, { type: 'cast-paper', fixed: { ballot, choice } });
  const again = receipt.root.querySelectorAll('input[name=choice]');
  expectThat(again.length === 0, `The juror ${seat} is offered a second paper.`);
}

/** A minority speaks, the jury approves, the organiser publishes; then the public page is looked at. */
export async function publish(stage: SeatedStage): Promise<void> {
  const { jury, jurors, script, staff, say } = stage;
  const { recommendation, text } = script.statement;
  const ballot = `/take-part/${jury}/ballot/B${recommendation + 1}`;
  const [author, ...joining] = jurors.slice(-3);
  await author?.browser.sendOn(ballot, { type: 'write-minority-statement' }, { text });
  for (const { browser } of joining)
    await browser.sendOn(ballot, { type: 'join-minority-statement', fixed: { statement: 'N1' } });
  say('Three jurors stand behind a minority statement.');

  for (const { browser } of jurors) await browser.sendOn(`/take-part/${jury}/verdict`, { type: 'approve-verdict' });
  const release = `/release/${jury}`;
  await staff.organiser.sendOn(release, { type: 'propose-release' }, { language: 'kk', notice: '0', note: NAMESAKES });
  await staff.oversight.sendOn(release, { type: 'agree-release' });
  await publicNow(stage);
  say('Every juror approved the verdict; organiser and oversight released it.');
  await checkPublicPages(stage);
}

/** What was agreed on goes out by itself. */
async function publicNow({ origin, jury }: SeatedStage): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const record = (await (await fetch(`${origin}/juries/${jury}/record.json`)).json()) as { verdict: unknown };
    if (record.verdict !== null) return;
    await setTimeout(100);
  }
  expectThat(false, 'The released verdict did not appear.');
}

async function checkPublicPages({ origin, jury, script, jurors, say }: SeatedStage): Promise<void> {
  const reader = openBrowser(origin, 'a reader');
  const page = await reader.open(`/juries/${jury}`);
  const shown = page.root.text;
  const [first] = script.recommendations;
  for (const sentence of [
    script.charter.question.en,
    first?.text.split('\n')[0] ?? '',
    script.statement.text.split('\n')[0] ?? '',
  ])
    expectThat(shown.includes(sentence), `The published verdict does not show: ${sentence}`);
  const seats = jurors.filter(({ seat }) => page.text.includes(seat));
  expectThat(seats.length === 0, `The published verdict names the seats ${seats.map(({ seat }) => seat).join(', ')}.`);
  const chosen = await reader.open(`/juries/${jury}/chosen`);
  expectThat(chosen.text.includes(script.seed), 'The page on how the jury was chosen does not show the seed.');
  const record = JSON.parse((await reader.open(`/juries/${jury}/record.json`)).text) as {
    verdict: { recommendations: { ballot: { decision: { outcome: string; counts: { for: number } } } }[] };
  };
  const outcomes = record.verdict.recommendations.map(({ ballot }) => ballot.decision.outcome);
  expectThat(outcomes.join() === 'adopted,adopted,not-adopted', `The record says ${outcomes.join(', ')}.`);
  say('The public page, the page on the draw and the record say the same.');
}

export async function answerVerdict(stage: SeatedStage): Promise<void> {
  const { origin, jury, script, staff, say } = stage;
  await advance(stage, 'responding');
  for (const { recommendation, position, reasons, responsible } of script.answers) {
    const which = { type: 'answer-recommendation', fixed: { recommendation: `R${recommendation + 1}` } };
    const preview = await staff.authority.sendOn(`/answer/${jury}`, which, {
      position: [position],
      reasons,
      responsible,
    });
    await staff.authority.send(preview, { ...which, action: '?/answer' });
  }
  const page = await openBrowser(origin, 'a reader').open(`/juries/${jury}`);
  const answer = script.answers[0]?.reasons.split('\n')[0] ?? '';
  expectThat(page.root.text.includes(answer), `The public page does not show the answer: ${answer}`);
  await staff.oversight.open(`/oversee/${jury}`);
  say('The authority answered every recommendation that was adopted.');
}

/** What surrounds the hearings: the public asks, the jurors say how balanced it was, a claim is checked. */
import { openBrowser } from './browser.ts';
import type { Line } from './line.ts';
import { expectThat } from './stage.ts';
import { must } from './room-stage.ts';
import type { RoomStage } from './room-stage.ts';

const nameOf = (index: number): string => `U${index + 1}`;

/** A stranger without an account asks; what the facilitator lets through stands on the public page. */
export async function askFromOutside({ origin, staff, jury, script, say }: RoomStage): Promise<void> {
  const stranger = openBrowser(origin, 'a stranger');
  const [page, desk] = [`/juries/${jury}/questions`, `/facilitate/${jury}/public-questions`];
  for (const [index, { text, called, fate }] of script.fromPublic.entries()) {
    const told = await stranger.sendOn(page, { type: 'send-public-question' }, { text, called });
    expectThat(!told.text.includes(text), 'A question of the public is shown before anybody has read it.');
    const fixed = { sent: nameOf(index) };
    if (fate === 'waiting') continue;
    if (fate === 'personal') {
      await staff.facilitator.sendOn(desk, { type: 'decline-public-question', fixed }, { rule: ['personal'] });
      continue;
    }
    await staff.facilitator.sendOn(desk, { type: 'admit-public-question', fixed });
    if (fate !== 'admitted')
      await staff.facilitator.sendOn(desk, { type: 'pass-public-question', fixed }, { witness: [`W${fate.put + 1}`] });
    const shown = await stranger.open(page);
    expectThat(shown.root.querySelector(`#${nameOf(index)}`) !== null, `${nameOf(index)} is not shown to the public.`);
  }
  say(`${script.fromPublic.length} questions came from the public.`);
}

export async function rateHearing({ staff, jury, lines }: RoomStage, witness: string): Promise<void> {
  for (const line of lines.values()) {
    const rated = await line.act({ type: 'rate-balance', witness, rating: 'balanced' });
    // When the last one has answered, the numbers are told.
    expectThat(rated.ok, `A juror could not say how balanced the hearing of ${witness} was.`);
  }
  const desk = await staff.facilitator.open(`/facilitate/${jury}`);
  expectThat(desk.status === 200, 'The facilitator’s desk is gone after the hearing.');
}

export async function checkFacts({ staff, jury, jurors, lines, script, say }: RoomStage): Promise<void> {
  const desk = `/organise/${jury}/evidence`;
  for (const [index, { of, claim, answer }] of script.checks.entries()) {
    const fixed = { check: `F${index + 1}` };
    await must(lines.get(jurors[index]?.seat ?? '') as Line, { type: 'request-fact-check', of, claim });
    await must(lines.get(jurors[index + 1]?.seat ?? '') as Line, { type: 'support-fact-check', ...fixed });
    await staff.organiser.sendOn(desk, { type: 'take-fact-check', fixed });
    if (!answer) continue;
    const { finding, text, source } = answer;
    await staff.organiser.sendOn(desk, { type: 'answer-fact-check', fixed }, { finding: [finding], text, source });
  }
  say(`${script.checks.length} claims were to be checked.`);
}

/** The hearing: jurors ask and support, the expert answers on their own page. */
import type { Line } from './line.ts';
import { askFromOutside, checkFacts, rateHearing } from './outside.ts';
import { expectThat } from './stage.ts';
import { must } from './room-stage.ts';
import type { RoomStage } from './room-stage.ts';

const idOf = (at: number): string => `W${at + 1}`;

export async function hearWitnesses(room: RoomStage): Promise<void> {
  const { staff, jury, jurors, lines, script, witnesses, say } = room;
  const desk = `/facilitate/${jury}`;
  for (const [at, browser] of witnesses.entries()) {
    const witness = idOf(at);
    await staff.facilitator.sendOn(desk, { type: 'open-hearing', fixed: { witness } });
    for (const [index, question] of script.questions.entries()) {
      if (question.witness !== at) continue;
      const asker = lines.get(jurors[index]?.seat ?? '') as Line;
      await must(asker, { type: 'ask-question', witness, text: question.text });
      const id = await numberOf(room, question.text);
      const own = await asker.act({ type: 'support-question', question: id });
      expectThat(!own.ok && own.error.code === 'own-question', 'A juror could support their own question.');
      for (const { seat } of jurors.slice(index + 1, 2 * index + 4))
        await must(lines.get(seat) as Line, { type: 'support-question', question: id });
      await staff.facilitator.sendOn(desk, { type: 'approve-question', fixed: { question: id } });
      if (question.answer) {
        await staff.facilitator.sendOn(desk, { type: 'put-question', fixed: { question: id } });
        await answer(room, browser, id, question.answer);
      }
    }
    await staff.facilitator.sendOn(desk, { type: 'close-hearing', fixed: { witness } });
    await rateHearing(room, witness);
  }
  await askFromOutside(room);
  await checkFacts(room);
  say(`${witnesses.length} experts were heard; ${script.questions.length} questions were asked.`);
}

/** The id that the jury gave to a question. */
async function numberOf({ facilitator }: RoomStage, text: string): Promise<string> {
  const find = () => facilitator.replica().view.evidence?.questions.find((one) => one.text.text === text);
  await facilitator.until(`the question "${text}"`, () => find() !== undefined);
  return find()?.id ?? '';
}

async function answer(
  { jury, lines }: RoomStage,
  browser: RoomStage['witnesses'][number],
  question: string,
  text: string,
): Promise<void> {
  const page = await browser.open(`/witness/${jury}`);
  const names = [...lines.keys()].filter((seat) => page.text.includes(`"${seat}"`));
  expectThat(names.length === 0, `The page of an expert tells of the jurors ${names.join(', ')}.`);
  await browser.send(page, { type: 'answer-question', fixed: { question } }, { text });
  for (const [seat, line] of lines)
    await line.until(
      `the answer to ${question} for ${seat}`,
      ({ evidence }) =>
        evidence?.questions.some((one) => one.id === question && one.answer?.text.text === text) === true,
    );
}

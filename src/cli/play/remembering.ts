/** Words that are mended, reacted to and written down for somebody; and the minutes of the session. */
import type { Line } from './line.ts';
import { expectThat } from './stage.ts';
import { must } from './room-stage.ts';
import type { RoomStage } from './room-stage.ts';

const SLIP = 'Мектеп қазандықтары алдымн жөндлсін.';
const MENDED = 'Мектеп қазандықтары алдымен жөнделсін.';
const BY_PHONE = 'Телефонмен айтып тұрмын: біздің көшеде газ жоқ.';

/** A slip is mended, three react, and what one says by telephone is written down and confirmed by another. */
export async function sayItBetter({ jurors, lines, facilitator, say }: RoomStage, session: string): Promise<void> {
  const [author, caller, ...others] = jurors.slice(3, 8);
  expectThat(author !== undefined && caller !== undefined, 'There are no jurors.');
  const line = (seat: string): Line => lines.get(seat) as Line;
  await must(line(author.seat), { type: 'post-message', session, text: SLIP });
  const posted = () => facilitator.replica().view.room?.messages.find((one) => one.text?.text === SLIP);
  await facilitator.until('the slip', () => posted() !== undefined);
  const message = posted()?.id ?? '';
  await must(line(author.seat), { type: 'edit-message', message, text: MENDED });
  for (const { seat } of others) await must(line(seat), { type: 'react-to-message', message, reaction: 'agreement' });

  await must(facilitator, { type: 'enter-contribution', session, seat: caller.seat, text: BY_PHONE });
  const entered = () => facilitator.replica().view.room?.unconfirmed.at(-1);
  await facilitator.until('the words by telephone', () => entered() !== undefined);
  const contribution = entered()?.id ?? '';
  const own = await facilitator.act({ type: 'confirm-contribution', contribution });
  expectThat(!own.ok && own.error.code === 'own-entry', 'A scribe could confirm what they wrote down themselves.');
  await must(line(author.seat), { type: 'confirm-contribution', contribution });
  say(`A slip was mended, ${others.length} agreed, and what was said by telephone counts.`);
}

/** The facilitator sends the minutes by their page; those who attended approve, until it is enough. Then everyone may read them. */
export async function approveMinutes({ staff, jury, jurors, lines, facilitator, say }: RoomStage, session: string) {
  await staff.facilitator.sendOn(`/facilitate/${jury}/minutes/${session}`, {
    type: 'send-minutes',
    fixed: { session },
  });
  for (const line of lines.values()) {
    const reply = await line.act({ type: 'back-minutes', session, version: 1 });
    expectThat(
      reply.ok || reply.error.code === 'minutes-approved',
      'A juror who attended could not approve the minutes.',
    );
  }
  await facilitator.until('approved minutes', ({ minutes }) => typeof minutes?.[session]?.approvedAt === 'number');
  const page = await jurors[0]?.browser.open(`/juries/${jury}/minutes/${session}`);
  expectThat(page?.text.includes(MENDED) === false, 'What was said stands in the public minutes.');
  say(`The minutes of session ${session} are approved and public.`);
}

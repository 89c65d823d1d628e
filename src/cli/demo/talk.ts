/** What a session is made of besides its lines: who came and how, quotes, mended words, reactions, and its minutes. */
import type { Actor } from '../../lib/jury/terms.ts';
import type { Hands } from './hands.ts';
import type { Company } from './people.ts';
import type { ScriptedTalk } from './script.ts';

const idOf = (actor: Actor): string => (actor.kind === 'public' ? '' : actor.id);

/** All but the last come: most by app, one by telephone, one in the room, one with somebody's help. */
export async function attend(hands: Hands, { facilitator }: Company, session: string, jurors: readonly Actor[]) {
  const [byPhone, inRoom, assisted, ...byApp] = jurors.slice(0, -1);
  for (const juror of byApp) await hands.give(juror, { type: 'check-in', session });
  if (!byPhone || !inRoom || !assisted) return;
  const seat = idOf(byPhone);
  await hands.give(facilitator, { type: 'check-in-for', session, seat, mode: 'phone' });
  await hands.give(inRoom, { type: 'check-in', session, mode: 'in-room' });
  await hands.give(assisted, { type: 'check-in', session, mode: 'assisted' });
}

/** A quote, words that are mended and reacted to, and two contributions by telephone: one confirmed, one that waits. */
export async function converse(
  hands: Hands,
  { facilitator }: Company,
  session: string,
  jurors: readonly Actor[],
  talk: ScriptedTalk,
) {
  const [caller, quoting, mending, ...others] = jurors as [Actor, Actor, Actor, ...Actor[]];
  for (const { text, quote } of talk.quotes) await hands.give(quoting, { type: 'post-message', session, text, quote });
  const [said] = await hands.give(mending, { type: 'post-message', session, text: talk.slip });
  if (said?.type === 'message-posted') {
    const { message } = said;
    await hands.give(mending, { type: 'edit-message', message, text: talk.mended });
    for (const [index, juror] of others.slice(0, 5).entries())
      await hands.give(juror, { type: 'react-to-message', message, reaction: index === 0 ? 'question' : 'agreement' });
  }
  for (const [index, text] of talk.byPhone.entries()) {
    const entered = { type: 'enter-contribution', session, seat: idOf(caller), text } as const;
    const [wrote] = await hands.give(facilitator, entered);
    if (index === 0 && wrote?.type === 'contribution-entered')
      await hands.give(caller, { type: 'confirm-contribution', contribution: wrote.contribution });
  }
}

/** The minutes are sent with a word of the facilitator; so many of those who attended approve, one objects where `remark` says why. */
export async function writeMinutes(
  hands: Hands,
  { facilitator }: Company,
  session: string,
  jurors: readonly Actor[],
  { note, approvals, remark }: { readonly note: string; readonly approvals: number; readonly remark?: string },
) {
  await hands.give(facilitator, { type: 'note-in-minutes', session, section: 'attendance', note });
  await hands.give(facilitator, { type: 'send-minutes', session });
  for (const juror of jurors.slice(0, approvals))
    await hands.give(juror, { type: 'back-minutes', session, version: 1 });
  const objecting = jurors[approvals];
  if (remark !== undefined && objecting)
    await hands.give(objecting, { type: 'object-to-minutes', session, version: 1, text: remark });
}

/** The live session: everyone in one room, each on a device of their own. */
import { expect } from 'vitest';
import * as m from '../../../src/lib/i18n/compiled/messages.js';
import { explainRefusal } from '../../../src/lib/i18n/refusal.ts';
import { term } from '../../../src/lib/i18n/terms.ts';
import type { Person } from '../support/person.ts';
import type { Server } from '../support/server.ts';

export async function opensSession(facilitator: Person, jury: string, title: string): Promise<void> {
  await facilitator.opens(`/facilitate/${jury}`);
  await facilitator.presses(() => m.facilitator_open_session({ title }));
  await facilitator.presses(() => m.facilitator_start_first({ title: 'Вступление' }));
  await facilitator.sees(() => m.room_next_item({ title: 'Эксперт', minutes: 20 }));
}

export async function writes(juror: Person, text: string): Promise<void> {
  await juror.fills(m.room_compose, text);
  await juror.presses(m.room_send);
}

const heap = (person: Person) => person.find('region', m.room_messages);

/** Everyone reads the same messages, in the same order, each once. */
export async function everyoneReads(people: readonly Person[], messages: readonly string[]): Promise<void> {
  for (const person of people) {
    const lines = heap(person).getByRole('listitem');
    await lines.nth(messages.length - 1).waitFor();
    const texts = await lines.allInnerTexts();
    expect(texts, `what ${person.name} reads`).toHaveLength(messages.length);
    messages.forEach((message, index) => expect(texts[index], `what ${person.name} reads`).toContain(message));
  }
}

/** A reload in the middle of a sentence. */
export async function losesNothingByReloading(juror: Person): Promise<void> {
  await juror.fills(m.room_compose, 'Недописанная мысль');
  await juror.reloads();
  await expect.poll(() => juror.field(m.room_compose).inputValue()).toBe('Недописанная мысль');
  await juror.fills(m.room_compose, '');
}

/** Without a line words wait on the device, visibly; with the line they arrive once. */
export async function writesWithoutLine(juror: Person, other: Person, text: string): Promise<void> {
  await juror.context.setOffline(true);
  await juror.sees(m.common_connection_offline);
  await writes(juror, text);
  await juror.sees(() => m.common_connection_unsent({ count: 1 }));
  await juror.sees(m.room_waits_for_line);
  expect(await other.reads()).not.toContain(text);
  await juror.context.setOffline(false);
  await juror.sees(m.common_connection_connected);
  await juror.seesNot(m.room_waits_for_line);
}

/** The server goes and comes back while somebody writes. */
export async function outlivesRestart(server: Server, people: readonly Person[], text: string): Promise<void> {
  const [writer] = people;
  const restarted = server.restart();
  await writer?.sees(m.common_connection_reconnecting);
  if (writer) await writes(writer, text);
  await restarted;
  for (const person of people) await person.sees(m.common_connection_connected);
}

export async function takesTheFloor(juror: Person, facilitator: Person, name: string): Promise<void> {
  await juror.presses(m.room_raise_hand);
  await juror.sees(() => m.room_your_place({ place: 1 }));
  await facilitator.presses(() => m.facilitator_grant_next({ name }));
  await juror.sees(m.room_you_speak);
  await juror.presses(m.room_finish_turn);
  await facilitator.sees(m.room_nobody_speaks);
}

export async function hides(facilitator: Person, text: string): Promise<void> {
  await facilitator.taps(m.facilitator_hide, facilitator.line(text));
  await facilitator.answers(m.facilitator_hide, (dialog) =>
    facilitator.picks(m.facilitator_hide_rule, () => term('moderation_rule', 'off-topic'), dialog),
  );
}

export async function seesTombstone(person: Person, text: string): Promise<void> {
  await person.sees(m.common_tombstone_hidden);
  expect(await person.page.content(), `${person.name}'s page`).not.toContain(text);
}

export async function mutes(facilitator: Person, name: string): Promise<void> {
  await facilitator.unfolds(m.facilitator_heard);
  await facilitator.presses(() => m.facilitator_pause_title({ name }));
  await facilitator.answers(m.facilitator_pause, async (dialog) => {
    await facilitator.picks(m.facilitator_hide_rule, () => term('moderation_rule', 'repeats'), dialog);
    await facilitator.picks(m.facilitator_pause_lasts, m.terms_mute_lasts_session, dialog);
  });
}

/** Whoever is muted is told so, and keeps the words that were refused. */
export async function isMuted(juror: Person): Promise<void> {
  await juror.sees(m.room_muted_session);
  await writes(juror, 'Ещё раз то же самое');
  await juror.sees(() => m.room_not_sent_refused({ why: explainRefusal({ code: 'muted' }) }));
  expect(await juror.field(m.room_compose).inputValue()).toBe('Ещё раз то же самое');
}

/** How somebody is greeted is how the others know them. */
export async function nameOf(juror: Person): Promise<string> {
  const heading = await juror.page.getByRole('heading', { level: 1 }).innerText();
  const [before = '', after = ''] = juror.says(() => m.juror_hello({ name: '§' })).split('§');
  return heading.slice(before.length, heading.length - after.length);
}

import { expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import * as m from '../../src/lib/i18n/compiled/messages.js';
import type { Locale } from '../../src/lib/jury/terms.ts';
import { anewForEachTry } from './support/anew.ts';
import { LAPTOP, PHONE, arrive, openBrowser } from './support/browser.ts';
import type { Device } from './support/browser.ts';
import { createFounder } from './support/founder.ts';
import type { Person } from './support/person.ts';
import { PlainVisitor } from './support/plain-visitor.ts';
import { newPlace, startServer } from './support/server.ts';
import type { Server } from './support/server.ts';
import { TITLE, WORDS, proposes, settlesWords, writeAtOnce } from './whole-jury/drafting.ts';
import {
  SESSION,
  WITNESS,
  addsExhibit,
  declaresInterests,
  invitesWitness,
  plansSession,
} from './whole-jury/evidence.ts';
import { SEATS, advances, appoints, foundsJury, setsRule, signsMandate } from './whole-jury/founding.ts';
import { hearsWitness } from './whole-jury/hearing.ts';
import { draws, loadsPool, setsTargets } from './whole-jury/lottery.ts';
import { answers, readsAnswer, readsVerdict, seesNothingOf } from './whole-jury/reading.ts';
import * as room from './whole-jury/room.ts';
import { confirmsEverybody, printsSheets, replacesOne } from './whole-jury/seating.ts';
import * as voting from './whole-jury/voting.ts';

const FOUNDER = { email: 'founder@example.org', name: 'Айгүл Ұйымова', password: 'тұрақты төрт сөз' };
const PASSWORD = 'четыре простых слова';

let browser: Browser;
let server: Server;

anewForEachTry(
  async () => {
    const place = await newPlace();
    await createFounder(place, FOUNDER);
    server = await startServer(place);
    browser = await openBrowser();
  },
  async () => {
    await browser.close();
    await server.stop();
  },
);

test('a whole jury, from its founding to the answer of the authority', async () => {
  const everybody: Person[] = [];
  const arrives = async (name: string, locale: Locale, device: Partial<Device> = {}): Promise<Person> => {
    const person = await arrive(browser, server.origin, name, { locale, screen: LAPTOP, ...device });
    everybody.push(person);
    return person;
  };
  const organiser = await arrives(FOUNDER.name, 'ru');
  const facilitator = await arrives('Ерлан Жүргізушев', 'kk');
  const oversight = await arrives('Бақыт Қадағалаева', 'kk');
  const officer = await arrives('Ольга Счётчик', 'ru');
  const authority = await arrives('Қайрат Жауапов', 'kk');
  const reader = await arrives('Читатель', 'ru', { javaScript: false });

  // The jury is founded, promised an answer, and drawn.
  await organiser.signsIn(FOUNDER.email, FOUNDER.password);
  const jury = await foundsJury(organiser);
  await setsRule(organiser, jury);
  await facilitator.entersByLink(await appoints(organiser, jury, facilitator, 'facilitator'), PASSWORD);
  await oversight.entersByLink(await appoints(organiser, jury, oversight, 'oversight'), PASSWORD);
  await officer.entersByLink(await appoints(organiser, jury, officer, 'returning-officer'), PASSWORD);
  await authority.entersByLink(await appoints(organiser, jury, authority, 'authority'), PASSWORD);
  await signsMandate(authority, jury, 'Әр ұсынымға себебімен жауап береміз.');
  await advances(organiser, jury, 'inviting');
  await advances(organiser, jury, 'selecting');
  await setsTargets(organiser, jury);
  await loadsPool(organiser, jury);
  await draws(organiser);
  await replacesOne(organiser, jury);
  await advances(organiser, jury, 'onboarding');
  await confirmsEverybody(organiser, jury);
  await addsExhibit(organiser, jury);
  const invitation = await invitesWitness(organiser, jury);
  await plansSession(organiser, jury);
  const sheets = await printsSheets(organiser, jury);
  await advances(organiser, jury, 'learning');

  // Five come in on their phones, one on a phone that runs no script, nine by plain forms.
  const jurors: Person[] = [];
  for (const [index, locale] of (['ru', 'kk', 'ru', 'kk', 'ru'] as const).entries()) {
    const juror = await arrives(`Juror ${sheets[index]?.seat}`, locale, { screen: PHONE });
    await juror.entersByLink(sheets[index]?.link ?? '');
    jurors.push(juror);
  }
  const unscripted = await arrives('Juror without scripts', 'kk', { screen: PHONE, javaScript: false });
  await unscripted.entersByLink(sheets[5]?.link ?? '');
  const byPost = await Promise.all(
    sheets.slice(6).map(async ({ link }) => {
      const juror = new PlainVisitor(server.origin, 'kk');
      expect((await juror.posts(new URL(link).pathname, {})).path).toBe(`/take-part/${jury}`);
      return juror;
    }),
  );
  const [first, second, third, fourth, fifth] = jurors as [Person, Person, Person, Person, Person];
  const names = await Promise.all(jurors.map(room.nameOf));
  const witness = await arrives(WITNESS, 'ru');
  await witness.entersByLink(invitation);
  await declaresInterests(witness);

  // The live session.
  await room.opensSession(facilitator, jury, SESSION);
  for (const juror of jurors) await juror.follows(m.juror_join);
  const messages = ['Біздің ауылда пеш көмірмен жағылады.', 'А сколько стоит провести газ?', 'Про погоду'];
  await room.writes(second, messages[0] ?? '');
  await room.everyoneReads(jurors, messages.slice(0, 1));
  await room.writes(first, messages[1] ?? '');
  await room.everyoneReads(jurors, messages.slice(0, 2));
  await room.losesNothingByReloading(third);
  await room.writesWithoutLine(third, first, messages[2] ?? '');
  await room.everyoneReads([...jurors, facilitator], messages);
  messages.push('Написано, пока сервер перезапускался');
  await room.outlivesRestart(server, [fourth, ...jurors, facilitator, witness], messages[3] ?? '');
  await room.everyoneReads([...jurors, facilitator], messages);
  await room.takesTheFloor(second, facilitator, names[1] ?? '');
  await room.hides(facilitator, messages[2] ?? '');
  for (const juror of jurors) await room.seesTombstone(juror, messages[2] ?? '');
  await room.mutes(facilitator, names[4] ?? '');
  await room.isMuted(fifth);
  await hearsWitness(facilitator, witness, [first, second], WITNESS);

  // The jury writes and votes; meanwhile nobody outside sees a word of it.
  await advances(organiser, jury, 'deliberating');
  await advances(organiser, jury, 'drafting');
  await proposes(first, jury);
  await writeAtOnce(second, third, jury);
  const secrets = [TITLE, WORDS, ...messages, ...names];
  await seesNothingOf(reader, jury, secrets);
  await settlesWords(facilitator);
  await advances(organiser, jury, 'voting');
  await voting.opensBallot(officer, jury);
  await voting.votes(first, jury, 'for');
  await voting.votes(second, jury, 'abstain');
  await voting.votes(third, jury, 'against');
  await voting.votes(fourth, jury, 'against');
  await voting.votesThroughBreaks(fifth, officer, jury, 'for');
  await voting.votes(unscripted, jury, 'for');
  for (const juror of byPost) await voting.votesByPost(juror, jury, 'for');
  await voting.closesBallot(officer, jury, SEATS);
  await voting.saysOutcome(officer, second, jury, 'Жюри решило провести газ.');
  const minority = 'Боимся, что платить придётся жителям.';
  await voting.disagrees(third, fourth, jury, minority);
  await seesNothingOf(reader, jury, [...secrets, minority]);
  for (const juror of jurors) await voting.approves(juror, jury);
  await voting.approvesWithoutScripts(unscripted, jury);
  for (const juror of byPost) await voting.approvesByPost(juror, jury);
  await voting.publishes(organiser, oversight, jury);

  // The public reads, the authority answers.
  await readsVerdict(reader, jury, { votes: 12, base: 14, needed: 10 }, minority);
  await seesNothingOf(reader, jury, [...messages, ...names]);
  const reasons = 'Жартысын 2027 жылы қаржыландырамыз.';
  await answers(authority, jury, reasons);
  await readsAnswer(reader, jury, reasons);

  for (const person of everybody) person.isContent();
  expect(server.log).toEqual([]);
});

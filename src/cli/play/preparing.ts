/** What the jury will hear and when; then the doors open for the jurors and the experts. */
import { dayAfter, exhibitBytes, exhibitText, mediaTypeOf } from '../demo/script.ts';
import type { ScriptedExhibit } from '../demo/script.ts';
import { openBrowser } from './browser.ts';
import type { Filled } from './page-form.ts';
import type { Browser } from './browser.ts';
import { enter, linksOn } from './enter.ts';
import { expectThat } from './stage.ts';
import type { FoundedStage, Juror, SeatedStage } from './stage.ts';

export async function prepare(stage: FoundedStage): Promise<SeatedStage> {
  const { script, say } = stage;
  await addExhibits(stage);
  const witnesses = await inviteWitnesses(stage);
  await planSessions(stage);
  say(
    `${script.exhibits.length} exhibits, ${witnesses.length} experts and ${script.sessions.length} sessions stand ready.`,
  );
  const jurors = await letJurorsIn(stage);
  say(`${jurors.length} jurors came in by their access sheets.`);
  return { ...stage, jurors, witnesses };
}

async function addExhibits({ staff, jury, script }: FoundedStage): Promise<void> {
  const desk = `/organise/${jury}/evidence`;
  for (const [index, exhibit] of script.exhibits.entries()) {
    const { kind, title, author, nominatedBy, why, position = '', revision, correction } = exhibit;
    const about = { title, author, nominatedBy: [nominatedBy], why, position: [position] };
    await staff.organiser.sendOn(desk, { type: `add-${kind}-exhibit` }, { ...about, ...contentOf(exhibit) });
    const page = `${desk}/E${index + 1}`;
    if (revision) {
      const said = { reason: revision.reason, body: exhibitText(revision.file) };
      await staff.organiser.sendOn(page, { type: 'revise-text-exhibit' }, said);
    }
    if (correction) {
      const { text, quote, place } = correction;
      const where = { ...(quote ? { quote } : {}), ...(place ? { place } : {}) };
      await staff.organiser.sendOn(page, { type: 'correct-exhibit' }, { correction: text, ...where });
    }
  }
}

function contentOf(exhibit: ScriptedExhibit): Filled {
  const { kind, file, address = '', copy, alt, captions, words, copiedDaysAgo = 0 } = exhibit;
  const upload = (name: string) => ({ name, bytes: exhibitBytes(name), type: mediaTypeOf(name) });
  switch (kind) {
    case 'text':
      return { body: exhibitText(file) };
    case 'link': {
      const copiedOn = dayAfter(Date.now(), -copiedDaysAgo);
      return { body: exhibitText(file), address, copiedOn, ...(copy ? { copy: upload(copy) } : {}) };
    }
    case 'file':
      return {
        file: upload(file),
        ...(alt ? { alt } : {}),
        ...(captions ? { captions: upload(captions) } : {}),
        ...(words ? { words: exhibitText(words) } : {}),
      };
  }
}

async function inviteWitnesses({ origin, staff, jury, script }: FoundedStage): Promise<readonly Browser[]> {
  const desk = `/organise/${jury}/evidence`;
  const invited: Browser[] = [];
  for (const {
    name,
    kind,
    affiliation,
    nominatedBy,
    why,
    topic,
    position = '',
    planned = '',
    interests,
  } of script.witnesses) {
    const filled = {
      name,
      affiliation,
      kind: [kind],
      topic,
      nominatedBy: [nominatedBy],
      why,
      position: [position],
      planned: String(planned),
    };
    const page = await staff.organiser.sendOn(desk, { type: 'invite-witness' }, filled);
    const [link] = linksOn(page);
    expectThat(link !== undefined, `The invitation of ${name} shows no personal link.`);
    const browser = await enter(origin, name, link);
    await browser.sendOn(`/witness/${jury}`, { type: 'declare-interests' }, { interests });
    const handout = script.handouts.find((one) => one.witness === invited.length);
    if (handout)
      await browser.sendOn(`/witness/${jury}`, { type: 'hand-in-text' }, { title: handout.title, body: handout.body });
    invited.push(browser);
  }
  return invited;
}

async function planSessions({ staff, jury, script }: FoundedStage): Promise<void> {
  const desk = `/organise/${jury}/programme`;
  for (const [index, { title, agenda }] of script.sessions.entries()) {
    const rows = agenda.flatMap(([item, minutes], row) => [
      [`agenda.${row}.title`, item] as const,
      [`agenda.${row}.minutes`, String(minutes)] as const,
    ]);
    const startsAt = `${dayAfter(Date.now(), 7 + 7 * index)}T18:00`;
    await staff.organiser.sendOn(desk, { type: 'plan-session' }, { title, startsAt, ...Object.fromEntries(rows) });
  }
}

async function letJurorsIn({ origin, staff, jury, script }: FoundedStage): Promise<readonly Juror[]> {
  const stranger = openBrowser(origin, 'a stranger');
  const door = await stranger.open(`/organise/${jury}/access`);
  expectThat(door.path.startsWith('/sign-in'), 'The access sheets open for somebody who is not signed in.');

  const page = await staff.organiser.sendOn(`/organise/${jury}/access`, { type: 'sheets' });
  const sheets = page.root.querySelectorAll('article').map((sheet) => ({
    seat: /\b[SA]\d\d\b/.exec(sheet.text)?.[0] ?? '',
    link: linksOn({ ...page, text: sheet.outerHTML })[0] ?? '',
  }));
  expectThat(
    sheets.length === script.charter.seats,
    `${sheets.length} access sheets for ${script.charter.seats} jurors.`,
  );
  return Promise.all(
    sheets.map(async ({ seat, link }) => ({ seat, browser: await enter(origin, `the juror ${seat}`, link) })),
  );
}

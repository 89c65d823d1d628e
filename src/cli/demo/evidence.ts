/** What a demonstration jury hears and when it meets: exhibits, witnesses, the programme. */
import { createHash } from 'node:crypto';
import type { App } from '../../lib/server/app.ts';
import { storeBytes } from '../../lib/server/records/file-store.ts';
import { fileOf, keepFileStatements } from '../../lib/server/records/files.ts';
import { keepPersonStatements } from '../../lib/server/records/people.ts';
import { steadyId } from './hands.ts';
import type { Hands } from './hands.ts';
import type { Company } from './people.ts';
import { exhibitBytes, exhibitText } from './script.ts';
import type { Script, ScriptedExhibit, ScriptedWitness } from './script.ts';

const WEEK = 7 * 86_400_000;
/** Six in the evening in Kazakhstan. */
const HOUR = 13 * 3_600_000;

/** `current` is the session, counted from nought, that meets today. */
export async function prepareEvidence(
  app: App,
  hands: Hands,
  { exhibits, witnesses, sessions }: Script,
  { organiser }: Company,
  today: number,
  current: number,
): Promise<void> {
  for (const exhibit of exhibits) await addExhibit(app, hands, exhibit, organiser);
  for (const witness of witnesses) await inviteWitness(hands, witness, organiser);
  const midnight = today - (today % 86_400_000);
  for (const [index, { title, agenda }] of sessions.entries()) {
    const items = agenda.map(([item, minutes]) => ({ title: item, minutes }));
    const startsAt = midnight + HOUR + (index - current) * WEEK;
    await hands.give(organiser, { type: 'plan-session', title, startsAt, agenda: items });
  }
}

async function addExhibit(
  app: App,
  hands: Hands,
  { kind, title, author, nominatedBy, why, position, file, address = '' }: ScriptedExhibit,
  organiser: Company['organiser'],
): Promise<void> {
  const about = { title, author, nominatedBy, why, position };
  switch (kind) {
    case 'text':
      await hands.give(organiser, { type: 'add-text-exhibit', ...about, body: exhibitText(file) });
      return;
    case 'link':
      await hands.give(organiser, { type: 'add-link-exhibit', ...about, address, body: exhibitText(file) });
      return;
    case 'file':
      await hands.give(organiser, { type: 'add-file-exhibit', ...about, file: await keepFile(app, hands.jury, file) });
  }
}

async function keepFile({ database }: App, jury: string, name: string): Promise<string> {
  const id = steadyId(jury, name);
  if (await fileOf(database, jury, id)) return id;
  const bytes = exhibitBytes(name);
  await storeBytes(database, id, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const upload = { uploadedBy: 'member:demonstration', uploadedAt: Date.now() };
  await database.write(
    keepFileStatements({ id, jury, name, mediaType: 'application/pdf', sha256, size: bytes.length, ...upload }),
  );
  return id;
}

async function inviteWitness(
  hands: Hands,
  { name, interests, ...invitation }: ScriptedWitness,
  organiser: Company['organiser'],
): Promise<void> {
  const person = { name, displayName: name, email: null, phone: null, locale: 'ru' as const };
  const invited = await hands.give(organiser, { type: 'invite-witness', ...invitation }, (events) =>
    events.flatMap((event) =>
      event.type === 'witness-invited' ? keepPersonStatements(hands.jury, { ref: event.witness, ...person }) : [],
    ),
  );
  for (const event of invited)
    if (event.type === 'witness-invited')
      await hands.give(
        { kind: 'witness', id: event.witness },
        { type: 'declare-interests', witness: event.witness, interests },
      );
}

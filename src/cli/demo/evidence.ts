/** What a demonstration jury hears and when it meets: exhibits, witnesses, the programme. */
import type { App } from '../../lib/server/app.ts';
import { keepPersonStatements } from '../../lib/server/records/people.ts';
import { addExhibits } from './exhibits.ts';
import type { Hands } from './hands.ts';
import type { Company } from './people.ts';
import type { Script, ScriptedWitness } from './script.ts';

const WEEK = 7 * 86_400_000;
/** Six in the evening in Kazakhstan. */
const HOUR = 13 * 3_600_000;

/** `current` is the session, counted from nought, that meets today. */
export async function prepareEvidence(
  app: App,
  hands: Hands,
  script: Script,
  { organiser }: Company,
  today: number,
  current: number,
): Promise<void> {
  const { witnesses, sessions } = script;
  await addExhibits(app, hands, script, organiser, today);
  for (const witness of witnesses) await inviteWitness(hands, witness, organiser);
  const midnight = today - (today % 86_400_000);
  for (const [index, { title, agenda }] of sessions.entries()) {
    const items = agenda.map(([item, minutes]) => ({ title: item, minutes }));
    const startsAt = midnight + HOUR + (index - current) * WEEK;
    await hands.give(organiser, { type: 'plan-session', title, startsAt, agenda: items });
  }
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

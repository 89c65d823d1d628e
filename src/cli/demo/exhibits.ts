/** What a demonstration jury is given to read, look at and listen to, and what its jurors make of it. */
import type { Actor } from '../../lib/jury/terms.ts';
import type { App } from '../../lib/server/app.ts';
import { keepFile } from '../../lib/server/keep-file.ts';
import { fileOf } from '../../lib/server/records/files.ts';
import { steadyId } from './hands.ts';
import type { Hands } from './hands.ts';
import type { Company } from './people.ts';
import { dayAfter, exhibitBytes, exhibitText, mediaTypeOf } from './script.ts';
import type { Script, ScriptedExhibit } from './script.ts';

export async function addExhibits(
  app: App,
  hands: Hands,
  { exhibits }: Script,
  organiser: Company['organiser'],
  today: number,
): Promise<void> {
  for (const [index, exhibit] of exhibits.entries()) {
    await addExhibit(app, hands, exhibit, organiser, today);
    await amend(hands, `E${index + 1}`, exhibit, organiser);
  }
}

async function addExhibit(
  app: App,
  hands: Hands,
  { kind, title, author, nominatedBy, why, file, ...more }: ScriptedExhibit,
  organiser: Company['organiser'],
  today: number,
): Promise<void> {
  const about = { title, author, nominatedBy, why };
  const kept = (name?: string) => (name === undefined ? undefined : keepDemoFile(app, hands.jury, name));
  switch (kind) {
    case 'text':
      await hands.give(organiser, { type: 'add-text-exhibit', ...about, body: exhibitText(file) });
      return;
    case 'link': {
      const { address = '', copiedDaysAgo = 0, copy } = more;
      const copied = { copiedOn: dayAfter(today, -copiedDaysAgo), copy: await kept(copy) };
      await hands.give(organiser, { type: 'add-link-exhibit', ...about, address, body: exhibitText(file), ...copied });
      return;
    }
    case 'file': {
      const { alt, captions, words } = more;
      const beside = { alt, captions: await kept(captions), ...(words ? { words: exhibitText(words) } : {}) };
      const id = await keepDemoFile(app, hands.jury, file);
      await hands.give(organiser, { type: 'add-file-exhibit', ...about, file: id, ...beside });
    }
  }
}

async function amend(
  hands: Hands,
  exhibit: string,
  { revision, correction }: ScriptedExhibit,
  organiser: Company['organiser'],
): Promise<void> {
  if (revision) {
    const { file, reason } = revision;
    await hands.give(organiser, { type: 'revise-text-exhibit', exhibit, base: 1, reason, body: exhibitText(file) });
  }
  if (correction) {
    const { text, quote, place } = correction;
    await hands.give(organiser, { type: 'correct-exhibit', exhibit, correction: text, quote, place });
  }
}

async function keepDemoFile({ database }: App, jury: string, name: string): Promise<string> {
  const id = steadyId(jury, name);
  if (await fileOf(database, jury, id)) return id;
  const upload = { id, jury, name, mediaType: mediaTypeOf(name), uploadedBy: 'member:demonstration' };
  const kept = await keepFile(database, upload, exhibitBytes(name));
  if (!kept.ok) throw new Error(`The demonstration's ${name} could not be kept: ${kept.error.code}`);
  return id;
}

export async function markExhibits(hands: Hands, { exhibits }: Script, jurors: readonly Actor[]): Promise<void> {
  for (const [index, { marks }] of exhibits.entries()) {
    if (!marks) continue;
    const { useful, doubtful } = marks;
    for (const [place, juror] of jurors.slice(0, useful + doubtful).entries()) {
      const mark = place < useful ? 'useful' : 'doubtful';
      await hands.give(juror, { type: 'mark-exhibit', exhibit: `E${index + 1}`, mark });
    }
  }
}

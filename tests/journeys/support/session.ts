/** A jury in its first session, in a folder of its own, with a way in for everybody: quicker than a whole demonstration. */
import { createApp } from '../../../src/lib/server/app.ts';
import type { App } from '../../../src/lib/server/app.ts';
import { readConfig } from '../../../src/lib/server/config.ts';
import type { Actor } from '../../../src/lib/jury/terms.ts';
import { holderOfActor, seatJury } from '../../live/seated.ts';
import type { Seated } from '../../live/seated.ts';
import type { Place } from './server.ts';

export const JURY = 'J1';
export const SESSION = 'D1';

export interface InSession extends Seated {
  /** An unused personal link for each of these. */
  readonly links: ReadonlyMap<string, string>;
}

/** Fills the folder of a place; call before its server starts. `also` goes on from there. */
export async function prepareSession(
  { variables }: Place,
  also: (app: App, seated: Seated) => Promise<void> = () => Promise.resolve(),
): Promise<InSession> {
  const app = await createApp(readConfig({ ...variables, ALQA_LOG: 'warn' }));
  try {
    const seated = await seatJury(app, { jury: JURY, seats: 15 });
    await also(app, seated);
    const whom: readonly [string, Actor][] = [
      ...seated.seats.map((id): [string, Actor] => [id, { kind: 'seat', id }]),
      ['W1', { kind: 'witness', id: 'W1' }],
      ['facilitator', seated.company.facilitator],
    ];
    const links = new Map<string, string>();
    for (const [name, actor] of whom) {
      const link = await app.auth.issueLink(holderOfActor(JURY, actor));
      if (!link.ok) throw new Error(`No way in for ${name}: ${link.error.code}`);
      links.set(name, link.value.url);
    }
    return { ...seated, links };
  } finally {
    await app.close();
  }
}

export function linkOf({ links }: InSession, who: string): string {
  const link = links.get(who);
  if (link === undefined) throw new Error(`${who} has no link.`);
  return link;
}

export const ROOM = `/take-part/${JURY}/session/${SESSION}`;

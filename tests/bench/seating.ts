/** Juries in session for a bench: 25 jurors, three of the staff and ten observers each, made by real commands, and a cookie for each line. */
import { hireStaff } from '../../src/cli/demo/people.ts';
import type { Actor } from '../../src/lib/jury/terms.ts';
import { createApp } from '../../src/lib/server/app.ts';
import type { App } from '../../src/lib/server/app.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { cookieFor, seatJury } from '../live/seated.ts';
import type { Seated } from '../live/seated.ts';
import type { Place } from './crowd.ts';

export const JURORS = 25;
const STAFF = ['organiser', 'facilitator', 'oversight'] as const;
const OBSERVERS = 10;
/** Lines in a room. */
export const IN_A_ROOM = JURORS + STAFF.length + OBSERVERS;

/** `history`: how many messages each jury has spoken already. */
export interface Seating {
  readonly folder: string;
  readonly origin: string;
  readonly juries: number;
  readonly history?: number;
}

/** Founds juries named `J1` and so on in the folder's database, which no server may have open. */
export async function seatRooms({ folder, origin, juries, history = 0 }: Seating): Promise<readonly Place[]> {
  const app = await createApp(readConfig({ ALQA_DATA: folder, ORIGIN: origin, ALQA_LOG: 'error' }));
  try {
    const staff = await hireStaff(app);
    const observers = await observersOf(app);
    const shared = (members: readonly Actor[]): Promise<string[]> =>
      Promise.all(members.map((member) => cookieFor(app, 'J1', member)));
    const cookies = { staff: await shared(STAFF.map((role) => staff[role])), observers: await shared(observers) };
    const places: Place[] = [];
    for (let n = 1; n <= juries; n += 1) {
      const seated = await seatJury(app, { jury: `J${n}`, seats: JURORS });
      for (const { id: member } of observers)
        await seated.hands.give(seated.company.organiser, { type: 'appoint-member', member, role: 'observer' });
      await talk(seated, history);
      const jurors = await Promise.all(seated.seats.map((id) => cookieFor(app, seated.jury, { kind: 'seat', id })));
      places.push({ jury: seated.jury, jurors, ...cookies });
    }
    return places;
  } finally {
    await app.close();
  }
}

/** Cookies of as many devices of one juror, by which each comes in anew. No server may have the folder's database open. */
export async function devicesOf(
  { folder, origin }: Pick<Seating, 'folder' | 'origin'>,
  { jury, seat }: { readonly jury: string; readonly seat: string },
  devices: number,
): Promise<readonly string[]> {
  const app = await createApp(readConfig({ ALQA_DATA: folder, ORIGIN: origin, ALQA_LOG: 'error' }));
  try {
    const cookies: string[] = [];
    for (let n = 0; n < devices; n += 1) cookies.push(await cookieFor(app, jury, { kind: 'seat', id: seat }));
    return cookies;
  } finally {
    await app.close();
  }
}

async function talk({ hands, seats }: Seated, messages: number): Promise<void> {
  const said = Array.from({ length: messages }, (_, n) => {
    const seat: Actor = { kind: 'seat', id: seats[n % seats.length] as string };
    return hands.give(seat, {
      type: 'post-message',
      session: 'D1',
      text: `What was said as number ${n}, at some length.`,
    });
  });
  await Promise.all(said);
}

async function observersOf({ auth }: App): Promise<readonly { readonly kind: 'member'; readonly id: string }[]> {
  const numbers = Array.from({ length: OBSERVERS }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (n) => {
      const created = await auth.createAccount({
        email: `observer${n}@example.org`,
        name: `Observer ${n}`,
        mayCreate: false,
      });
      if (!created.ok) throw new Error(`No account for observer ${n}: ${created.error.code}`);
      return { kind: 'member' as const, id: created.value.id };
    }),
  );
}

import type { CommandType } from '$lib/jury/commands.ts';
import { unopenedBy } from '$lib/jury/deliberation/attendance/catch-up.ts';
import { callEnds, hasLapsed, withoutLapsed } from '$lib/jury/recruitment/calls.ts';
import { activeJurors, vacancies } from '$lib/jury/recruitment/seats.ts';
import type { Seat } from '$lib/jury/recruitment/seats.ts';
import { asPool } from '$lib/server/errands/selection.ts';
import { openJury, submit } from '$lib/server/pages.ts';
import { peopleOf } from '$lib/server/records/people.ts';
import { poolOf } from '$lib/server/records/registrants.ts';
import { withWrongFields } from '../../field-problems.server.ts';
import { belongsTo } from '../../stage-gate.ts';
import { beginLottery, cancelLottery, lotteryStanding, said } from '../selection/lottery.server.ts';
import { emptyPlaces } from './empty-places.server.ts';
import { panelRows } from './panel.server.ts';
import { presenceIn } from './presence.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury, serverNow } = await openJury(event, ['organiser']);
  const { database } = event.locals.app;
  const { seats, charter, selection } = jury;
  const drawn = selection.draw !== null;
  const [people, registrants] = drawn
    ? await Promise.all([peopleOf(database, jury.id), poolOf(database, jury.id)])
    : [[], []];
  const byRef = new Map(people.map((person) => [person.ref, person]));
  const withPerson = ({ ticket: _ticket, ...seat }: Seat) => {
    const { name = '', email = null, phone = null } = byRef.get(seat.id) ?? {};
    const ends = callEnds(seat);
    const call = ends === null ? null : { ends, lapsed: hasLapsed(seat, serverNow), left: hoursLeft(ends, serverNow) };
    const sits = seat.role === 'juror' && seat.state !== 'left';
    const unopened = sits ? unopenedBy(jury, seat.id).map(({ title }) => title) : [];
    return { ...seat, name: name === seat.id ? '' : name, email, phone, call, unopened };
  };
  // [R21] Suggested is whom the rule would call: without those whose call lapsed.
  const standing = { ...jury, seats: withoutLapsed(seats, serverNow) };
  const all = Object.values(seats).map(withPerson);
  const pool = asPool(registrants);
  const callable = belongsTo(charter.stage, 'call-alternate');
  return {
    drawn,
    jurors: all.filter((seat) => seat.role === 'juror' && seat.state !== 'left'),
    alternates: all.filter((seat) => seat.role === 'alternate' && seat.state !== 'left'),
    left: all.filter((seat) => seat.state === 'left'),
    places: await emptyPlaces(database, jury, serverNow),
    replacement: selection.replacement,
    /** Null where no replacement can be drawn. */
    lottery: callable && vacancies(seats).length > 0 ? await lotteryStanding(event, jury, 'replacement') : null,
    composition: drawn ? panelRows(standing, pool) : [],
    presence: presenceIn(jury, all),
    confirmed: activeJurors(seats).length,
    seats: charter.seats,
    may: {
      confirm: belongsTo(charter.stage, 'confirm-seat'),
      vacate: belongsTo(charter.stage, 'vacate-seat'),
    },
  };
};

const hoursLeft = (ends: number, now: number): number => Math.max(0, Math.ceil((ends - now) / 3_600_000));

const ACTS = [
  'confirm-seat',
  'vacate-seat',
  'lapse-call',
  'call-alternate',
  'freeze-replacement',
  'draw-replacement',
] as const satisfies readonly CommandType[];

export const actions: Actions = {
  act: async (event) => withWrongFields(await submit(event, { only: ACTS })),
  compute: async (event) => said('compute', await beginLottery(event, 'replacement')),
  cancel: async (event) => said('cancel', await cancelLottery(event)),
};

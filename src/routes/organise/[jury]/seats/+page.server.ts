import type { CommandType } from '$lib/jury/commands.ts';
import { activeJurors, vacancies } from '$lib/jury/recruitment/seats.ts';
import type { Seat } from '$lib/jury/recruitment/seats.ts';
import { asPool } from '$lib/server/errands/selection.ts';
import { openJury, submit } from '$lib/server/pages.ts';
import { peopleOf } from '$lib/server/records/people.ts';
import { poolOf } from '$lib/server/records/registrants.ts';
import { SEATS } from '$lib/jury/charter/rules.ts';
import { withWrongFields } from '../../field-problems.server.ts';
import { belongsTo } from '../../stage-gate.ts';
import { beginLottery, cancelLottery, lotteryStanding, said } from '../selection/lottery.server.ts';
import { nextAlternate, panelRows } from './panel.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury } = await openJury(event, ['organiser']);
  const { database } = event.locals.app;
  const { seats, charter, selection } = jury;
  const drawn = selection.draw !== null;
  const [people, registrants] = drawn
    ? await Promise.all([peopleOf(database, jury.id), poolOf(database, jury.id)])
    : [[], []];
  const byRef = new Map(people.map((person) => [person.ref, person]));
  const withPerson = ({ ticket: _ticket, ...seat }: Seat) => {
    const { name = '', email = null, phone = null } = byRef.get(seat.id) ?? {};
    return { ...seat, name: name === seat.id ? '' : name, email, phone };
  };
  const all = Object.values(seats).map(withPerson);
  const pool = asPool(registrants);
  const empty = vacancies(seats).map((seat) => seat.id);
  const callable = belongsTo(charter.stage, 'call-alternate');
  return {
    drawn,
    jurors: all.filter((seat) => seat.role === 'juror' && seat.state !== 'left'),
    alternates: all.filter((seat) => seat.role === 'alternate' && seat.state !== 'left'),
    left: all.filter((seat) => seat.state === 'left'),
    vacant: empty,
    replacement: selection.replacement,
    /** Null where no replacement can be drawn. */
    lottery: callable && empty.length > 0 ? await lotteryStanding(event, jury, 'replacement') : null,
    next: nextAlternate(jury, pool),
    composition: drawn ? panelRows(jury, pool) : [],
    confirmed: activeJurors(seats).length,
    seats: charter.seats,
    least: SEATS.min,
    may: {
      confirm: belongsTo(charter.stage, 'confirm-seat'),
      vacate: belongsTo(charter.stage, 'vacate-seat'),
      call: callable && selection.replacement === null,
    },
  };
};

const ACTS = [
  'confirm-seat',
  'vacate-seat',
  'call-alternate',
  'freeze-replacement',
  'draw-replacement',
] as const satisfies readonly CommandType[];

export const actions: Actions = {
  act: async (event) => withWrongFields(await submit(event, { only: ACTS })),
  compute: async (event) => said('compute', await beginLottery(event, 'replacement')),
  cancel: async (event) => said('cancel', await cancelLottery(event)),
};

import type { Facts } from '../../jury/context.ts';
import type { Jury } from '../../jury/jury.ts';
import { withoutLapsed } from '../../jury/recruitment/calls.ts';
import { jurorsOf } from '../../jury/recruitment/seats.ts';
import type { Seat } from '../../jury/recruitment/seats.ts';
import { ok, refuse } from '../../jury/result.ts';
import { suggestReplacement } from '../../lottery/index.ts';
import type { Person, Pool } from '../../lottery/index.ts';
import type { LotteryDesk } from '../lottery/desk.ts';
import { targetsOf } from '../lottery/terms.ts';
import type { Database } from '../records/database.ts';
import { keepPersonStatements } from '../records/people.ts';
import { poolSummaryOf } from '../records/pools.ts';
import { keepRecordFilesStatements } from '../records/record-files.ts';
import { poolOf, registrantsWith } from '../records/registrants.ts';
import type { Registrant } from '../records/registrants.ts';
import type { Statement } from '../records/statement.ts';
import { draw, freezePanel, freezeReplacement } from './draws.ts';
import { errandFor } from './errands.ts';
import { leftNotesStatements } from './notes.ts';
import type { Errands } from './errands.ts';

/** Everything the rules of selection need to know of the pool, which they never see themselves. */
export function selectionErrands(database: Database, desk: LotteryDesk): Errands {
  /** From here on the drawn have a seat, and their names are kept under it. */
  const seat = async (
    jury: Jury,
    draw: string,
    seats: readonly Seat[],
    { files = {} }: Facts,
  ): Promise<Statement[]> => {
    const tickets = seats.flatMap(({ ticket }) => ticket ?? []);
    const byTicket = new Map((await registrantsWith(database, jury.id, tickets)).map((one) => [one.ticket, one]));
    const people = seats.flatMap((seat) => {
      const registrant = byTicket.get(seat.ticket ?? '');
      return registrant ? keepPersonStatements(jury.id, personOn(seat, registrant)) : [];
    });
    return [...keepRecordFilesStatements(jury.id, draw, files), ...people];
  };

  return {
    'load-pool': errandFor('load-pool', {
      async facts({ id }) {
        const pool = await poolSummaryOf(database, id);
        return pool ? ok({ pool: { size: pool.size, figures: pool.figures } }) : refuse('pool-missing');
      },
    }),
    'freeze-selection': errandFor('freeze-selection', {
      facts: (jury, { alternates }) => freezePanel({ database, desk }, jury, alternates),
      alongside: ({ id }, _command, { files = {} }) => Promise.resolve(keepRecordFilesStatements(id, 'panel', files)),
    }),
    'draw-panel': errandFor('draw-panel', {
      facts: (jury, source) => (jury.selection.draw ? Promise.resolve(ok({})) : draw(database, jury, 'panel', source)),
      alongside: (jury, _command, facts) => seat(jury, 'panel', Object.values(jury.seats), facts),
    }),
    'call-alternate': errandFor('call-alternate', {
      // [R21] Without those who did not answer in time, as the rule itself reckons.
      facts: async (jury) => {
        const seats = withoutLapsed(jury.seats, Date.now());
        return ok({ alternate: nextAlternate({ ...jury, seats }, asPool(await poolOf(database, jury.id))) });
      },
    }),
    'freeze-replacement': errandFor('freeze-replacement', {
      facts: (jury) => freezeReplacement({ database, desk }, jury),
      alongside: ({ id, selection }, _command, { files = {} }) =>
        Promise.resolve(keepRecordFilesStatements(id, selection.replacement?.id ?? '', files)),
    }),
    'draw-replacement': errandFor('draw-replacement', {
      facts: (jury, source) =>
        jury.selection.replacement
          ? draw(database, jury, jury.selection.replacement.id, source)
          : Promise.resolve(ok({})),
      async alongside(jury, _command, facts) {
        const { id = '' } = jury.selection.replacements.at(-1) ?? {};
        const newcomers = Object.values(jury.seats).filter(({ drawnIn }) => drawnIn === id);
        return [...(await seat(jury, id, newcomers, facts)), ...leftNotesStatements(jury)];
      },
    }),
  };
}

/** [R12] The reserve's person who best restores the targets, in the order in which they were drawn. */
export function nextAlternate({ selection, seats, charter }: Jury, pool: Pool): string | null {
  const byTicket = new Map(pool.map((person) => [person.id, person]));
  const people = (chosen: readonly Seat[]): Person[] => chosen.flatMap((seat) => byTicket.get(seat.ticket ?? '') ?? []);
  const place = (seat: Seat): number => selection.draw?.alternates.indexOf(seat.ticket ?? '') ?? -1;
  const waiting = Object.values(seats).filter((seat) => seat.role === 'alternate' && seat.state !== 'left');
  const reserve = waiting.sort((a, b) => place(a) - place(b));
  const suggestion = suggestReplacement({
    targets: targetsOf(selection),
    seats: charter.seats,
    panelRemaining: people(jurorsOf(seats)),
    alternates: people(reserve),
  });
  return reserve.find((seat) => seat.ticket === suggestion?.person.id)?.id ?? null;
}

export const asPool = (registrants: readonly Registrant[]): Pool =>
  registrants.map(({ ticket, answers }) => ({ id: ticket, values: answers }));

function personOn(seat: Seat, { name, email, phone }: Registrant) {
  const called = name || seat.id;
  return {
    ref: seat.id,
    name: called,
    displayName: called.split(/\s+/)[0] ?? called,
    email,
    phone,
    locale: 'kk' as const,
  };
}

import { randomBytes } from 'node:crypto';
import {
  METHOD,
  checkFeasibility,
  commitmentOf,
  composition,
  drawPanel,
  loadSolver,
  poolHash,
  suggestReplacement,
  targetsHash,
} from '../../lottery/index.ts';
import type { Person, Pool, Solver, Targets } from '../../lottery/index.ts';
import type { Facts } from '../../jury/context.ts';
import type { Jury } from '../../jury/jury.ts';
import { jurorsOf } from '../../jury/recruitment/seats.ts';
import type { Seat } from '../../jury/recruitment/seats.ts';
import type { Figure, Selection } from '../../jury/recruitment/selection.ts';
import { ok, refuse } from '../../jury/result.ts';
import type { Result } from '../../jury/result.ts';
import type { Database } from '../records/database.ts';
import { keepPersonStatements } from '../records/people.ts';
import { poolOf } from '../records/registrants.ts';
import type { Registrant } from '../records/registrants.ts';
import { errandFor } from './errands.ts';
import type { Errands } from './errands.ts';

/** Everything the rules of selection need to know of the pool, which they never see themselves. */
export function selectionErrands(database: Database): Errands {
  const solver = lazySolver();
  return {
    'load-pool': errandFor('load-pool', {
      async facts({ id, selection }) {
        const pool = asPool(await poolOf(database, id));
        if (pool.length === 0) return refuse('pool-missing');
        return ok({ pool: { size: pool.length, figures: figuresOf(pool, targetsOf(selection)) } });
      },
    }),
    'freeze-selection': errandFor('freeze-selection', {
      async facts({ id, selection, charter }, { alternates }) {
        const terms = {
          pool: asPool(await poolOf(database, id)),
          targets: targetsOf(selection),
          seats: charter.seats,
          alternates,
        };
        // Whether the order of stages allows it at all is the rules' to say.
        if (selection.frozen || !selection.pool) return ok({});
        if (!checkFeasibility(terms.targets, terms.pool, terms.seats, await solver()).feasible)
          return refuse('targets-infeasible');
        return ok({
          freeze: {
            method: METHOD,
            poolHash: poolHash(terms.pool),
            targetsHash: targetsHash(terms.targets),
            commitment: commitmentOf(terms),
          },
        });
      },
    }),
    'draw-panel': errandFor('draw-panel', {
      async facts(jury, { seed }) {
        const { frozen, draw } = jury.selection;
        if (!frozen || draw) return ok({});
        return drawFrom(asPool(await poolOf(database, jury.id)), jury.selection, frozen, seed, await solver());
      },
      // From here on the drawn have a seat, and their names are kept under it.
      async alongside(jury) {
        const byTicket = new Map(
          (await poolOf(database, jury.id)).map((registrant) => [registrant.ticket, registrant]),
        );
        return Object.values(jury.seats).flatMap((seat) => {
          const registrant = byTicket.get(seat.ticket ?? '');
          return registrant ? keepPersonStatements(jury.id, personOn(seat, registrant)) : [];
        });
      },
    }),
    'call-alternate': errandFor('call-alternate', {
      facts: async (jury) => ok({ alternate: nextAlternate(jury, asPool(await poolOf(database, jury.id))) }),
    }),
  };
}

/** HiGHS is 3 MB of WebAssembly: loaded when first needed, once. */
function lazySolver(): () => Promise<Solver> {
  let loading: Promise<Solver> | undefined;
  return () => (loading ??= loadSolver());
}

async function drawFrom(
  pool: Pool,
  selection: Selection,
  frozen: NonNullable<Selection['frozen']>,
  seed: string,
  solver: Solver,
): Promise<Result<Facts>> {
  const targets = targetsOf(selection);
  const { seats, alternates, commitment } = frozen;
  const drawn = await drawPanel({ pool, targets, seats, alternates, seed, commitment }, solver);
  if (!drawn.ok) return refuse(drawn.error.code === 'infeasible' ? 'targets-infeasible' : 'pool-does-not-match');
  const panel = new Set(drawn.value.panel);
  return ok({
    draw: {
      commitment,
      panel: drawn.value.panel,
      alternates: drawn.value.alternates,
      seating: { panel: inSecretOrder(drawn.value.panel), alternates: inSecretOrder(drawn.value.alternates) },
      composition: figuresOf(
        pool.filter((person) => panel.has(person.id)),
        targets,
      ),
    },
  });
}

/** [W3] The record of the draw is public, so a seat's number must not be a ticket's place in it. */
function inSecretOrder(tickets: readonly string[]): readonly string[] {
  return tickets
    .map((ticket) => ({ ticket, key: randomBytes(16).toString('hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ ticket }) => ticket);
}

/** [R9] The reserve's person who best restores the targets, in the order in which they were drawn. */
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

/** The lottery's form of the targets: a flex that was not given is left out. */
export const targetsOf = ({ targets }: Pick<Selection, 'targets'>): Targets =>
  targets.map(({ category, value, min, max, minFlex, maxFlex }) => ({
    category,
    value,
    min,
    max,
    ...(minFlex === undefined ? {} : { minFlex }),
    ...(maxFlex === undefined ? {} : { maxFlex }),
  }));

const figuresOf = (people: Pool, targets: Targets): Figure[] =>
  composition(people, targets).flatMap(({ category, values }) =>
    values.map(({ value, count }) => ({ category, value, count })),
  );

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

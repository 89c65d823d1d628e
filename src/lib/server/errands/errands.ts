/** What the server does around a command that the pure rules cannot: find facts out before, write rows alongside, tidy up after. */
import type { Command, CommandOf, CommandType } from '../../jury/commands.ts';
import type { Facts } from '../../jury/context.ts';
import type { Jury } from '../../jury/jury.ts';
import { ok } from '../../jury/result.ts';
import type { Result } from '../../jury/result.ts';
import type { Actor } from '../../jury/terms.ts';
import type { Statement } from '../records/statement.ts';

export interface Errand<C extends Command = Command> {
  /** Runs in the jury's turn, so what it finds still holds when the command is decided. */
  readonly facts?: (jury: Jury, command: C, actor: Actor) => Promise<Result<Facts>>;
  /** Rows outside the journal that are written in the same transaction. `jury` is the state after the command. */
  readonly alongside?: (jury: Jury, command: C, facts: Facts) => Promise<readonly Statement[]>;
  readonly afterwards?: () => Promise<void>;
}

export type Errands = { readonly [T in CommandType]?: Errand };

/** Lets an errand be written for its own command and kept in the table of all. */
export function errandFor<T extends CommandType>(_type: T, errand: Errand<CommandOf<T>>): Errand {
  return errand as unknown as Errand;
}

/** One table of several; where two have an errand for the same command, both are run and what they find out is put together. */
export function joinErrands(...tables: readonly Errands[]): Errands {
  return tables.reduce<Errands>((joined, table) => {
    const both = Object.entries(table).map(([type, errand]) => {
      const before = joined[type as CommandType];
      return [type, before ? inSequence(before, errand) : errand];
    });
    return { ...joined, ...(Object.fromEntries(both) as Errands) };
  }, {});
}

function inSequence(first: Errand, second: Errand): Errand {
  return {
    async facts(jury, command, actor) {
      const known = (await first.facts?.(jury, command, actor)) ?? ok({});
      if (!known.ok) return known;
      const more = (await second.facts?.(jury, command, actor)) ?? ok({});
      return more.ok ? ok({ ...known.value, ...more.value }) : more;
    },
    alongside: async (jury, command, facts) => [
      ...((await first.alongside?.(jury, command, facts)) ?? []),
      ...((await second.alongside?.(jury, command, facts)) ?? []),
    ],
    async afterwards() {
      await first.afterwards?.();
      await second.afterwards?.();
    },
  };
}

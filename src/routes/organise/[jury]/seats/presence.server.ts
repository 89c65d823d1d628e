/** [V105] Who stands where, where the right to vote depends on presence: for the organiser, who sees attendance by juror. */
import type { Jury } from '$lib/jury/jury.ts';
import { activeJurors } from '$lib/jury/recruitment/seats.ts';
import { presenceOf } from '$lib/jury/verdict/entitlement.ts';

export function presenceIn(jury: Jury, people: readonly { readonly id: string; readonly name: string }[]) {
  const percent = jury.charter.rule?.presence;
  if (percent === undefined) return null;
  const nameOf = (seat: string): string => people.find(({ id }) => id === seat)?.name || seat;
  const jurors = activeJurors(jury.seats).map(({ id }) => {
    return { seat: id, name: nameOf(id), ...presenceOf(jury, id, percent) };
  });
  const short = jurors.filter(({ attended, needed }) => attended < needed);
  return { percent, jurors: jurors.length, entitled: jurors.length - short.length, short };
}

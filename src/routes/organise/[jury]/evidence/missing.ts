/** What the organiser still waits for or owes, before it is late where that can be. */
import { isPending } from '../../../../lib/jury/evidence/fact-check.ts';
import { isOverdue } from '../../../../lib/jury/evidence/question.ts';
import type { Evidence, Witness } from '../../../../lib/jury/evidence/evidence.ts';
import type { Day } from '../../../../lib/jury/terms.ts';

export type Missing =
  | { readonly what: 'invitation' | 'interests' | 'position' | 'handout-day'; readonly name: string }
  | { readonly what: 'handout'; readonly name: string; readonly due: Day; readonly late: boolean }
  | { readonly what: 'written'; readonly name: string; readonly id: string; readonly due: Day }
  | { readonly what: 'call'; readonly who: string; readonly due: Day }
  | { readonly what: 'check'; readonly id: string; readonly due: Day; readonly late: boolean };

/** @param nameOf the name of a witness by their id */
export function missingIn(evidence: Evidence, today: Day, nameOf: (witness: string) => string): readonly Missing[] {
  const { exhibits, witnesses, questions, calls, checks } = evidence;
  const standing = witnesses.filter((witness) => !witness.withdrawn);
  const brought = ({ id }: Witness): boolean => exhibits.some((one) => one.witness === id && !one.withdrawn);
  const ofWitness = (witness: Witness): readonly Missing[] => {
    const name = nameOf(witness.id);
    const { invitation, interests, position, handout, hearing } = witness;
    const named: readonly (readonly [boolean, 'invitation' | 'interests' | 'position' | 'handout-day'])[] = [
      [invitation === 'open', 'invitation'],
      [invitation !== 'open' && interests === null, 'interests'],
      [position === undefined, 'position'],
      [hearing === 'planned' && !handout && !brought(witness), 'handout-day'],
    ];
    const due = handout && !brought(witness) ? handout.due : undefined;
    return [
      ...named.flatMap(([is, what]): Missing[] => (is ? [{ what, name }] : [])),
      ...(due === undefined ? [] : [{ what: 'handout' as const, name, due, late: today > due }]),
    ];
  };
  return [
    ...standing.flatMap(ofWitness),
    ...questions
      .filter((question) => isOverdue(question, today))
      .map(({ id, witness, due = today }): Missing => ({ what: 'written', name: nameOf(witness), id, due })),
    ...calls
      .filter(({ answer, due }) => !answer && today > due)
      .map(({ who, due, id }): Missing => ({ what: 'call', who: who.text ?? id, due })),
    ...checks.filter(isPending).map(({ id, due }): Missing => ({ what: 'check', id, due, late: today > due })),
  ];
}

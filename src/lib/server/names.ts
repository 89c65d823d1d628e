/** What people are called, kept apart from the journal and given out by who asks. */
import type { Jury } from '../jury/jury.ts';
import { SLICES_SEEN } from '../jury/view.ts';
import type { Viewer } from '../jury/view.ts';
import { accountNames } from './records/accounts.ts';
import type { Database } from './records/database.ts';
import { peopleOf } from './records/people.ts';
import type { Person } from './records/people.ts';

/** By seat, witness or member id. */
export type NameList = Readonly<Record<string, string>>;

export interface Names {
  /** [A9] Witnesses speak in public; jurors are known by the name they chose, to those in the room; staff to those who work with them. */
  seenBy(jury: Jury, viewer: Viewer): Promise<NameList>;
  ofWitnesses(jury: Jury): Promise<NameList>;
}

export function createNames(database: Database): Names {
  const ofPeople = async (jury: Jury, who: (ref: string) => boolean): Promise<NameList> => {
    const people = await peopleOf(database, jury.id);
    return toldApart(people.filter(({ ref }) => who(ref)));
  };
  const isWitness = (jury: Jury) => (ref: string) => jury.evidence.witnesses.some(({ id }) => id === ref);

  const ofMembers = (jury: Jury): Promise<NameList> => accountNames(database, Object.keys(jury.charter.members));

  return {
    ofWitnesses: (jury) => ofPeople(jury, isWitness(jury)),
    async seenBy(jury, viewer) {
      if (viewer.role === 'public') return ofPeople(jury, isWitness(jury));
      const seesJurors = SLICES_SEEN[viewer.role].includes('room');
      const [people, members] = await Promise.all([
        ofPeople(jury, seesJurors ? () => true : isWitness(jury)),
        ofMembers(jury),
      ]);
      return { ...people, ...members };
    },
  };
}

/** Of two people who go by the same name, each is called with their number too. */
function toldApart(people: readonly Person[]): NameList {
  const called = Map.groupBy(people, ({ displayName }) => displayName);
  return Object.fromEntries(
    people.map(({ ref, displayName }) => [
      ref,
      called.get(displayName)?.length === 1 ? displayName : `${displayName} (${ref})`,
    ]),
  );
}

import type { ActionFailure } from '@sveltejs/kit';
import { complaintsOf } from '$lib/jury/complaints/complaints.ts';
import type { Complaint } from '$lib/jury/complaints/complaints.ts';
import { PERMISSIONS } from '$lib/jury/permissions.ts';
import { ROLES, STAFF_ROLES } from '$lib/jury/terms.ts';
import type { Role } from '$lib/jury/terms.ts';
import { namesInAnswer } from '$lib/server/errands/complaints.ts';
import { openJury, submit } from '$lib/server/pages.ts';
import type { RefusedForm } from '$lib/server/pages.ts';
import { doorOf } from '../../organise/doors.ts';
import type { Actions, PageServerLoad } from './$types';

const { roles, stages } = PERMISSIONS['file-complaint'];
const FILING = ROLES.filter((role) => roles.includes(role));

/** [W50] Whoever complains finds their own complaints here; oversight finds all of them. */
export const load: PageServerLoad = async (event) => {
  const { jury, actor, view, role, names } = await openJury(event, [...FILING, 'oversight']);
  const answers = role === 'oversight';
  const complaints = answers ? (view.complaints ?? []) : complaintsOf(jury.complaints, actor);
  return {
    id: jury.id,
    title: jury.charter.title,
    home: homeOf(role, jury.id),
    answers,
    files: FILING.includes(role) && stages.includes(jury.charter.stage),
    complaints: complaints.map(({ complainant, ...complaint }) => ({
      ...complaint,
      from: answers ? nameOf(complainant, names) : undefined,
    })),
  };
};

const nameOf = (actor: Complaint['complainant'], names: Readonly<Record<string, string>>): string =>
  'id' in actor ? (names[actor.id] ?? actor.id) : '';

function homeOf(role: Role, jury: string): string {
  const office = STAFF_ROLES.find((one) => one === role);
  if (office) return doorOf(office, jury);
  return role === 'witness' ? `/witness/${jury}` : `/take-part/${jury}/help`;
}

export const actions: Actions = {
  file: (event) => submit(event, { only: ['file-complaint'] }),
  answer: async (event) => {
    const result = await submit(event, { only: ['answer-complaint'] });
    if (!isUnexplained(result)) return result;
    const { complaint = '', summary = '', reply = '' } = result.data.values;
    const { jury } = await openJury(event, ['oversight']);
    const places = await namesInAnswer(event.locals.app.database, jury, { complaint, summary, reply });
    return Object.assign(result, { data: { ...result.data, places } });
  },
};

/** Whether the answer waits for a word on the names that were found in it. */
const isUnexplained = (result: object): result is ActionFailure<RefusedForm> =>
  'data' in result && (result as ActionFailure<RefusedForm>).data.refused.code === 'findings-unexplained';

import { openJury, submit } from '$lib/server/pages.ts';
import { withWrongFields } from '../../field-problems.server.ts';
import { belongsTo } from '../../stage-gate.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { jury, names } = await openJury(event, ['organiser']);
  const { stage, reached: _reached, members, rule, mandate, ...text } = jury.charter;
  const signers = Object.keys(members).filter((id) => members[id] === 'authority');
  return {
    text,
    rule,
    mandate: mandate && {
      statement: mandate.statement.text,
      respondBy: mandate.respondBy,
      signedAt: mandate.signedAt,
      signedBy: names[mandate.signedBy] ?? mandate.signedBy,
    },
    signers: signers.map((id) => names[id] ?? id),
    revisable: belongsTo(stage, 'revise-charter'),
  };
};

export const actions: Actions = {
  revise: async (event) => withWrongFields(await submit(event, { only: ['revise-charter'] })),
  rule: async (event) => withWrongFields(await submit(event, { only: ['set-decision-rule'] })),
};

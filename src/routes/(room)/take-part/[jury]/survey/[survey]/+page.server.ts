import { error, fail, redirect } from '@sveltejs/kit';
import { SURVEYS } from '$lib/jury/surveys/items.ts';
import type { SurveyId } from '$lib/jury/surveys/items.ts';
import { openJury, submitForm } from '$lib/server/pages.ts';
import { freshCode, rememberCode, rememberedCode } from '$lib/server/survey-codes.ts';
import type { Actions, PageServerLoad } from './$types';

function surveyIn({ survey }: { readonly survey: string }): SurveyId {
  return SURVEYS.find((one) => one === survey) ?? error(404, { message: 'Not Found' });
}

export const load: PageServerLoad = async ({ params, parent, cookies, locals }) => {
  const { seat } = await parent();
  const survey = surveyIn(params);
  const { https } = locals.app.config;
  return { survey, code: survey === 'evaluation' ? null : rememberedCode(cookies, params.jury, seat, https) };
};

export const actions: Actions = {
  default: async (event) => {
    const { seat = '' } = await openJury(event, ['juror']);
    const { params, cookies, locals } = event;
    const survey = surveyIn(params);
    const form = await event.request.formData();
    if (![...form.keys()].some((name) => name.startsWith('answers.'))) return fail(400, { empty: true });

    const { https } = locals.app.config;
    const typed = String(form.get('code') ?? '').trim();
    // [Q6] The evaluation goes under a code that nobody ever sees.
    const own = survey === 'evaluation' ? freshCode() : rememberedCode(cookies, params.jury, seat, https);
    form.set('code', typed || own);
    form.set('again', String(typed !== ''));
    const result = await submitForm(event, form, { only: ['answer-survey'] });
    // Neither the page nor the browser's history keeps what was answered.
    if (!('done' in result)) return fail(result.status, { refused: result.data.refused, type: result.data.type });
    if (typed) rememberCode(cookies, params.jury, seat, typed, https);
    redirect(303, event.url.pathname);
  },
};

export { languageOf } from '$lib/jury/evidence/language.ts';

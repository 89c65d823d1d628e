/** Of the shape of `record.json`: translations of what was written in the verdict. */
import * as v from 'valibot';
import { LOCALES } from '../terms.ts';
import { EXTRAS } from '../verdict/extras.ts';
import { instant } from './shapes.ts';

export const translations = v.optional(
  v.pipe(
    v.array(
      v.object({
        language: v.picklist(LOCALES),
        text: v.string(),
        title: v.optional(v.string()),
        rationale: v.optional(v.string()),
        next: v.optional(v.pipe(v.string(), v.description('Of an outcome in words: what happens next.'))),
        ...v.entriesFromList(EXTRAS, v.optional(v.string())),
        id: v.optional(v.string()),
        at: v.optional(v.pipe(instant, v.description('Since when it stands, where it came after the verdict.'))),
      }),
    ),
    v.description('Translations, oldest first; the last into a language is the newest. The original alone counts.'),
  ),
);

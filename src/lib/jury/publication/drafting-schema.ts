/** The part of the record's schema that tells what a recommendation says besides its four texts. Every part may be absent. */
import * as v from 'valibot';

const says = (description: string) => v.optional(v.pipe(v.string(), v.description(description)));

export const draftingSchema = {
  byWhen: says('By when, in the jurors’ words.'),
  cost: says('What it costs or what has to give way, in the jurors’ words.'),
  act: says('The act and article that the recommendation would amend.'),
  lawNow: says('The text of the law as the jurors quote it; absent where they add something.'),
  lawNew: says('The text that they propose; absent where they strike something out.'),
  judgement: says('The value judgement that it rests on, named as one by the jurors.'),
  feasibility: v.optional(
    v.pipe(
      v.array(
        v.object({
          version: v.pipe(v.number(), v.integer(), v.minValue(1)),
          text: v.string(),
          at: v.pipe(v.number(), v.integer(), v.description('Milliseconds since 1970.')),
        }),
      ),
      v.description('Factual notes of the authority on versions that it was shown: its words, not the jurors’.'),
    ),
  ),
};

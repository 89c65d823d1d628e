import type { Item } from '../jury/surveys/items.ts';
import * as m from './compiled/messages.js';
import { term } from './terms.ts';

/** An item as it is asked; `position` is the organiser's statement. */
export const sayItem = (item: Item, statement: string): string =>
  item === 'position' ? m.survey_item_position({ statement }) : term('survey_item', item);

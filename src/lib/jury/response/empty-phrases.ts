/**
 * Phrases with which an answer answers nothing: they name neither a deed nor a day nor a reason. A flag for whoever writes, not a verdict on
 * the answer: "will be considered in the budget of 2028, by the March session" contains one and says a great deal.
 */
const PHRASES: readonly RegExp[] = [
  /taken? (?:in)?to (?:account|consideration)/gi,
  /taken? note of|duly noted/gi,
  /will be (?:considered|examined|looked into|kept in mind)/gi,
  /in due course|in the established (?:manner|order)|as appropriate/gi,
  /within (?:the limits of )?(?:its|our|the) competence/gi,
  /работа (?:в данном направлении )?(?:ведётся|ведется|проводится|продолжается)/giu,
  /принят[аоы]? к сведению|приняли к сведению/giu,
  /буд(?:ет|ут) (?:рассмотрен|изучен|учтен|учтён|проработан)[аоы]?/giu,
  /в установленном (?:законом )?порядке/giu,
  /в пределах (?:своей )?компетенции/giu,
  /по мере (?:возможности|необходимости|поступления средств)/giu,
  /назарға алын(?:ды|ады)|ескеріл(?:ді|етін болады|еді)/giu,
  /белгіленген тәртіп(?:пен|те)/giu,
  /құзырет(?:і|іміз)? (?:шегінде|шеңберінде)/giu,
  /қарастырылатын болады|қаралатын болады/giu,
  /жұмыс(?:тар)? жүргізіл(?:уде|іп жатыр)|мүмкіндігінше/giu,
];

/** The phrases found, as they stand in the text, each once, in the order in which they occur. */
export function emptyPhrasesIn(text: string): readonly string[] {
  const found = PHRASES.flatMap((phrase) =>
    [...text.matchAll(phrase)].map(({ 0: words, index }) => ({ words, index })),
  );
  return [...new Set(found.toSorted((a, b) => a.index - b.index).map(({ words }) => words))];
}

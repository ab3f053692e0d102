/** Short texts on the talks and on other matters, by turns. */
const TEXTS = [
  'Iran refused to attend the Moscow talks on Afghanistan, its foreign ministry said on Sunday.',
  'The harvest of apricots was good this year, farmers said.',
  'Pakistan welcomed the Moscow talks on Afghanistan.',
  'Kabul said it would attend the Moscow talks on Afghanistan only if the Taliban agreed to direct talks.',
]

/** An archive of some texts, one JSON object a line. */
export const archiveOf = (texts: number): string =>
  Array.from(
    { length: texts },
    (_, i) => `${JSON.stringify({ id: `text-${i + 1}`, text: TEXTS[i % TEXTS.length], publishedAt: '2018-08-24' })}\n`,
  ).join('')

import type { Evidence, RuleMatch } from '../../types'
import { safe, Markup, when } from './markup'
import type { Card, Numbered, PageContext, Sheet } from './model'
import { bar, capital, LABELS, percent, sign, SPECTRUM, word } from './stances'

/** The cards of a text: those with a position in reading order, then those without one, then what nobody answers for. */
export function cards(sheet: Sheet, context: PageContext): Markup {
  const shown = sheet.cards.filter(({ row }) => row.stance !== 'none')
  const silent = sheet.cards.filter(({ row }) => row.stance === 'none')
  return safe`${shown.map((card) => actorCard(card, context))}
  ${when(
    silent.length > 0,
    () =>
      safe`<article class="card quiet" aria-labelledby="${sheet.id}-silent">
        <h3 id="${sheet.id}-silent">No position shown</h3>
        <ul class="silent">
          ${silent.map((card) => silentActor(card, context))}
        </ul>
      </article>`,
  )}
  ${when(
    sheet.unattributed.length > 0,
    () =>
      safe`<article class="card quiet" aria-labelledby="${sheet.id}-nobody">
        <h3 id="${sheet.id}-nobody">Positions that nobody answers for</h3>
        ${evidenceList(sheet.unattributed, context)}
      </article>`,
  )}`
}

const badge = (card: Card): Markup =>
  safe`<p class="badge s-${card.row.stance}">${sign(card.row.stance)} ${LABELS[card.row.stance]}</p>`

function actorCard(card: Card, context: PageContext): Markup {
  const { actor, target, stance, probabilities, conditions } = card.row
  return safe`<article class="card s-${stance}" id="${card.id}" aria-labelledby="${card.id}-name">
    <header>
      <div>
        <h3 id="${card.id}-name" dir="auto">${actor.name}</h3>
        ${subtitle(card, context)}
      </div>
      ${badge(card)}
    </header>
    ${bar(probabilities)}
    <ul class="shares">
      ${[...SPECTRUM]
        .sort((a, b) => probabilities[b] - probabilities[a])
        .map(
          (s) => safe`<li${s === stance ? new Markup(' class="first"') : ''}>${word(s)} <b>${percent(probabilities[s])}</b></li>`,
        )}
    </ul>
    ${when(
      conditions.length > 0,
      () =>
        safe`<div class="demands">
          <h4>${conditions.length === 1 ? 'Condition' : 'Conditions'}</h4>
          <ul>
            ${conditions.map(({ text }) => safe`<li dir="auto">${text}</li>`)}
          </ul>
        </div>`,
    )}
    ${when(
      card.evidence.length > 0,
      () =>
        safe`<h4>Evidence</h4>
          ${evidenceList(card.evidence, context)}`,
    )}
    ${when(card.evidence.length === 0, () => safe`<p class="said">No statement shows it by itself: the model read it from the text as a whole.</p>`)}
    <p class="unseen">Target: ${context.nameOf(target)}</p>
  </article>`
}

function subtitle({ row }: Card, { nameOf, several }: PageContext): Markup {
  const { code, partOf } = row.actor
  const parts = [
    ...(code === undefined ? [] : [safe`<span class="code">${code}</span>`]),
    ...(partOf === undefined ? [] : [safe`<span>speaks for ${partOf}</span>`]),
    ...(several ? [safe`<span>on ${nameOf(row.target)}</span>`] : []),
  ]
  return when(parts.length > 0, () => safe`<p class="sub">${parts}</p>`)
}

function silentActor({ row, id, evidence }: Card, context: PageContext): Markup {
  return safe`<li id="${id}">
    <div class="line">
      <span dir="auto"
        >${row.actor.name}${when(context.several, () => safe` <small>on ${context.nameOf(row.target)}</small>`)}</span
      >${bar(row.probabilities)}<b>${percent(row.probabilities.none)}</b>
    </div>
    ${when(evidence.length > 0, () => evidenceList(evidence, context))}
  </li>`
}

const evidenceList = (pieces: readonly Numbered[], context: PageContext): Markup =>
  safe`<ol class="evidence">
    ${pieces.map((piece) => evidenceItem(piece, context))}
  </ol>`

/** Who says it and how, in words. */
function saying({ mode, speaker, source, superseded }: Evidence): Markup {
  const how = { quote: 'in their own words', reported: 'in reported speech', narrated: 'told by the writer' }[mode]
  const who = speaker === undefined ? '' : speaker.text
  return safe`<p class="said">
    ${when(who !== '', () => safe`<b dir="auto">${capital(who)}</b>, `)}${who === '' ? capital(how) : how}${when(
      source !== undefined,
      () => safe` · according to <b dir="auto">${source!.name}</b>`,
    )}${when(superseded, () => safe` · <em>an earlier position, since overtaken</em>`)}
  </p>`
}

function evidenceItem({ evidence, id, number, place, owner }: Numbered, { notes }: PageContext): Markup {
  const { rules, stance, text, superseded } = evidence
  const label = `${owner}: ${word(stance)} ${percent(evidence.probabilities[stance])}`
  return safe`<li id="${id}" class="s-${stance}${superseded ? ' old' : ''}" data-e="${id}" data-label="${label}">
    <a class="quote" href="#${place}" data-place="${place}"><span class="n">${number}</span><q dir="auto">${text}</q></a>
    <div class="why">
      ${saying(evidence)}
      ${when(
        rules.length > 0,
        () =>
          safe`<details>
            <summary>${rules.length === 1 ? '1 rule' : `${rules.length} rules`} fired</summary>
            <ul class="rules">
              ${rules.map((rule) => ruleItem(rule, notes))}
            </ul>
          </details>`,
      )}
      ${when(rules.length === 0, () => safe`<p class="said">No rule fired here: the model read it.</p>`)}
    </div>
  </li>`
}

function ruleItem({ rule, text, stance, weight, modifiers }: RuleMatch, notes: ReadonlyMap<string, string>): Markup {
  const note = notes.get(rule)
  return safe`<li>
    <code>${rule}</code> <span class="vote">${sign(stance)} ${word(stance)} +${weight.toFixed(1)}</span>
    <q dir="auto">${text}</q
    >${when(modifiers.length > 0, () => safe`<span class="by">changed by ${modifiers.join(', ')}</span>`)}${when(
      note !== undefined,
      () => safe`<span class="by">${note!}</span>`,
    )}
  </li>`
}

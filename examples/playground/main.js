// The playground: the library in the browser, with its report live.
import { createAnalyzer } from 'demarche'
import { toHtml } from 'demarche/export'
import { checkRules } from 'demarche/testing'
import sample from '../data/sample-article.txt'
import { codeOf, optionsOf, readSettings } from './settings.js'
import { firedIn, showMatches, showProblems, showRules } from './views.js'

const byId = (id) => document.getElementById(id)
const off = new Set()
let result = { report: undefined, html: '', fired: new Set() }
let analyzer = { key: '', made: undefined }
let checked = { key: '', sound: true }

const SAMPLE_DATE = '2018-08-24'
const EXAMPLES = '“We will boycott the Moscow talks, [whatever is promised to us],” the Taliban said.'
const COUNTER = 'The Taliban forget whatever they promise.'

/** An analyser is made anew only where the options changed. */
function analyzerFor(settings) {
  const key = JSON.stringify([settings.talks, settings.off, settings.useRule && settings.rule])
  if (key !== analyzer.key) analyzer = { key, made: createAnalyzer(optionsOf(settings)) }
  return analyzer.made
}

/** Shows a page in a frame of its own; the old one stays until the new one is there, at the same place. */
function showPage(html) {
  const holder = byId('report')
  const address = URL.createObjectURL(new Blob([html], { type: 'text/html' }))
  const frame = document.createElement('iframe')
  frame.title = 'Report'
  frame.src = address
  frame.addEventListener('load', () => {
    const [old] = holder.querySelectorAll('iframe')
    try {
      frame.contentWindow.scrollTo(0, old?.contentWindow.scrollY ?? 0)
    } catch {
      // opened as a file: pages may not look into each other
    }
    if (old !== frame) old?.remove()
    URL.revokeObjectURL(address)
  })
  holder.append(frame)
}

function say(words, fault = false) {
  byId('status').textContent = words
  byId('status').classList.toggle('fault', fault)
}

function listRules() {
  showRules(byId('rules-list'), byId('rules-count'), {
    search: byId('rules-search').value,
    fired: result.fired,
    off,
    toggle(id, on) {
      if (on) off.delete(id)
      else off.add(id)
      update()
    },
  })
}

/** Checks the user's rule, its examples read as sentences about the talks of the page, and says whether it can run. */
function check({ rule, talks }) {
  const key = JSON.stringify([rule, talks])
  if (key !== checked.key) {
    const problems = checkRules([rule], talks === undefined ? {} : { target: talks })
    checked = { key, sound: !problems.some(({ kind }) => kind === 'schema' || kind === 'pattern') }
    showProblems(byId('own-problems'), problems)
  }
  return checked.sound
}

/** What the fields say; a rule that cannot run is left out until it is mended. */
function current() {
  const settings = readSettings(off)
  return settings.useRule && !check(settings) ? { ...settings, useRule: false } : settings
}

function showOwnMatches({ useRule, rule, text, analysis }, made) {
  const list = byId('own-matches')
  if (useRule) showMatches(list, rule.id, made.explain(text, analysis))
  else list.replaceChildren(byId('own-on').checked ? 'The rule must be mended first.' : 'The rule is not in use.')
}

function update() {
  try {
    const settings = current()
    const { text, analysis, talks } = settings
    const made = analyzerFor(settings)
    const began = performance.now()
    const report = made.analyze(text, analysis)
    const took = performance.now() - began
    const html = toHtml(report, { text, ...analysis }, talks === undefined ? {} : { targets: [talks] })
    result = { report, html, fired: firedIn(report) }
    showPage(html)
    showOwnMatches(settings, made)
    const positions = report.actors.filter(({ stance }) => stance !== 'none').length
    say(`${report.actors.length} actors, ${positions} with a position; read in ${took.toFixed(0)} ms`)
  } catch (error) {
    if (error.name !== 'DemarcheError') throw error
    say(error.message, true)
  }
  listRules()
}

let timer = 0
function soon() {
  clearTimeout(timer)
  timer = setTimeout(update, 250)
}

async function copy(text, button) {
  const words = button.textContent
  try {
    await navigator.clipboard.writeText(text)
    button.textContent = 'Copied'
  } catch {
    button.textContent = 'Copying is not allowed here'
  }
  setTimeout(() => (button.textContent = words), 1500)
}

function save() {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([result.html], { type: 'text/html' }))
  link.download = 'report.html'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

function fill(text, date) {
  byId('text').value = text
  byId('date').value = date
  update()
}

byId('own-examples').value = EXAMPLES
byId('own-counter').value = COUNTER
byId('sample').addEventListener('click', () => fill(sample.trim(), SAMPLE_DATE))
byId('clear').addEventListener('click', () => fill('', ''))
byId('rules-search').addEventListener('input', listRules)
byId('rules-reset').addEventListener('click', () => {
  off.clear()
  update()
})
byId('copy-json').addEventListener('click', (event) => copy(JSON.stringify(result.report, null, 2), event.target))
byId('copy-code').addEventListener('click', (event) => copy(codeOf(current()), event.target))
byId('save-html').addEventListener('click', save)
for (const field of document.querySelectorAll('.inputs input:not([type=search]), .inputs select, .inputs textarea'))
  field.addEventListener('input', soon)
fill(sample.trim(), SAMPLE_DATE)

/**
 * What the page does beyond links: it lights up evidence in article and card together, shows the rules that fired on hover and focus, and opens
 * all details for print. It only moves and copies nodes of the page and never reads text as HTML. Without it all links and details still work.
 */
export const SCRIPT = `'use strict';
(() => {
  const pop = document.getElementById('pop')
  const byId = (id) => document.getElementById(id)
  const idsOf = (node) => (node.dataset.e || '').split(' ').filter(Boolean)
  let timer = 0
  const light = (ids) => {
    for (const node of document.querySelectorAll('.lit')) node.classList.remove('lit')
    for (const id of ids) for (const node of document.querySelectorAll('[data-e~="' + id + '"]')) node.classList.add('lit')
  }
  const hide = () => {
    clearTimeout(timer)
    pop.hidden = true
    light([])
    for (const node of document.querySelectorAll('[aria-describedby=pop]')) node.removeAttribute('aria-describedby')
  }
  const soon = () => { clearTimeout(timer); timer = setTimeout(hide, 180) }
  const show = (node, x) => {
    clearTimeout(timer)
    const ids = idsOf(node)
    light(ids)
    pop.replaceChildren(...ids.map((id) => {
      const item = byId(id)
      const one = document.createElement('div')
      const head = document.createElement('p')
      one.className = 'one ' + item.className.replace('lit', '')
      head.className = 'head'
      head.textContent = item.dataset.label
      const why = item.querySelector('.why').cloneNode(true)
      for (const details of why.querySelectorAll('details')) details.open = true
      one.append(head, why)
      return one
    }))
    pop.hidden = false
    const box = node.getBoundingClientRect()
    const left = Math.min(Math.max(16, x - 60), innerWidth - pop.offsetWidth - 16)
    const below = box.bottom + 8
    const top = below + pop.offsetHeight > innerHeight - 8 ? Math.max(8, box.top - pop.offsetHeight - 8) : below
    pop.style.left = left + 'px'
    pop.style.top = top + 'px'
    if (node.matches('a')) node.setAttribute('aria-describedby', 'pop')
  }
  const at = (event, selector) => event.target instanceof Element ? event.target.closest(selector) : null
  document.addEventListener('pointerover', (event) => {
    if (at(event, '#pop')) return clearTimeout(timer)
    const marked = at(event, 'mark, .ref')
    if (marked) return show(marked, event.clientX)
    const item = at(event, '.evidence > li')
    if (item) { hide(); return light(idsOf(item)) }
    soon()
  })
  document.addEventListener('focusin', (event) => {
    const ref = at(event, '.ref')
    if (ref) return show(ref, ref.getBoundingClientRect().left)
    const item = at(event, '.evidence > li')
    if (item) { hide(); light(idsOf(item)) }
  })
  document.addEventListener('focusout', (event) => { if (at(event, '.ref')) soon() })
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide() })
  document.addEventListener('click', (event) => {
    const quote = at(event, 'a.quote')
    if (!quote) return
    const place = byId(quote.dataset.place)
    const paper = place && place.closest('.paper')
    if (!paper || paper.scrollHeight <= paper.clientHeight + 4) return
    event.preventDefault()
    const top = place.getBoundingClientRect().top - paper.getBoundingClientRect().top + paper.scrollTop - paper.clientHeight / 3
    paper.scrollTo({ top, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
    history.replaceState(null, '', quote.hash)
  })
  addEventListener('beforeprint', () => { for (const node of document.querySelectorAll('details')) node.open = true })
})()
`

/** SHA-256 of the script in base64: the page's policy lets this script run and no other. */
export const SCRIPT_HASH = 'EVcNZZpN2EUXkI+ET78ggrEz+E1AaztwB93Amv8FUz0='

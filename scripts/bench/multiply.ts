import type { Actor, Rule } from '../../src/index'
import { defaultActors, defaultRules } from './library'

/** The built-in rules and, for each, further ones of the same shape whose literal words occur in no text; `times` as many in all. */
export function manyRules(times: number): Rule[] {
  const further = Array.from({ length: times - 1 }, (_, copy) =>
    defaultRules.map((rule): Rule => ({
      ...rule,
      id: `${rule.id}.copy-${copy}`,
      pattern: rename(rule.pattern, `zq${letters(copy)}`),
    })),
  )
  return [...defaultRules, ...further.flat()]
}

/** Every built-in rule `times` times, so that all copies match where one does. */
export function sameRules(times: number): Rule[] {
  const further = Array.from({ length: times - 1 }, (_, copy) =>
    defaultRules.map((rule): Rule => ({ ...rule, id: `${rule.id}.copy-${copy}` })),
  )
  return [...defaultRules, ...further.flat()]
}

/** The built-in actors and, for each, further ones with names of the same shape; `times` as many in all. */
export function manyActors(times: number): Actor[] {
  const further = Array.from({ length: times - 1 }, (_, copy) =>
    defaultActors.map((actor): Actor => {
      const other = (name: string): string => name.replace(/\p{L}{3,}/gu, `$&${letters(copy)}q`)
      const names = (list: Actor['aliases']): NonNullable<Actor['aliases']> =>
        (list ?? []).map((name) => (typeof name === 'string' ? other(name) : { ...name, text: other(name.text) }))
      return {
        id: `${actor.id}-copy-${copy}`,
        name: other(actor.name),
        kind: actor.kind,
        aliases: names(actor.aliases),
        metonyms: names(actor.metonyms),
        demonyms: names(actor.demonyms),
      }
    }),
  )
  return [...defaultActors, ...further.flat()]
}

/** Puts a prefix before the literal words of a pattern; classes, tags and slots stay. */
const rename = (pattern: string, prefix: string): string =>
  pattern.replace(/<[^>]*>|\{[^}]*\}|@[\w-]+|"[^"]*"|\p{Ll}[\p{L}'-]*/gu, (part) =>
    /^\p{Ll}/u.test(part) ? prefix + part : part,
  )

const letters = (n: number): string => String.fromCharCode(97 + (n % 26))

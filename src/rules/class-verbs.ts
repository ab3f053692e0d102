import { wordClasses } from '../data'

const known = new Map<string, ReadonlySet<string>>()

/** The first words of a word class's fragments: `turn` for `turn<VERB> down`. Empty where there is no such class. */
export function verbsOf(name: string): ReadonlySet<string> {
  let verbs = known.get(name)
  if (verbs === undefined) known.set(name, (verbs = new Set(wordClasses[name]?.map((words) => words.split(/[< ]/, 1)[0]!))))
  return verbs
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const MODALS = setOf("will would shall should can could may might must ought 'll 'd")
const BE = setOf("be am is are was were been being 'm 're")
const HAVE = setOf("have has had having 've")
const DO = setOf('do does did')
const GET = setOf('get gets got gotten getting')
const NEGATIONS = setOf("not n't never cannot neither nor hardly barely")
const FLOATING = setOf('all both each')

export const isModal = (norm: string): boolean => MODALS.has(norm)
export const isBe = (norm: string): boolean => BE.has(norm)
export const isHave = (norm: string): boolean => HAVE.has(norm)
export const isDo = (norm: string): boolean => DO.has(norm)
export const isGet = (norm: string): boolean => GET.has(norm)
export const isNegation = (norm: string): boolean => NEGATIONS.has(norm)

/** "have all confirmed", "will both attend". */
export const isFloating = (norm: string): boolean => FLOATING.has(norm)

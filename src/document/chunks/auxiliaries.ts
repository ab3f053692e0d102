import { wordSet } from '../word-set'

const MODALS = wordSet("will would shall should can could may might must ought 'll 'd")
const BE = wordSet("be am is are was were been being 'm 're")
const HAVE = wordSet("have has had having 've")
const DO = wordSet('do does did')
const GET = wordSet('get gets got gotten getting')
const NEGATIONS = wordSet("not n't never cannot neither nor hardly barely")
const FLOATING = wordSet('all both each')

export const isModal = (norm: string): boolean => MODALS.has(norm)
export const isBe = (norm: string): boolean => BE.has(norm)
export const isHave = (norm: string): boolean => HAVE.has(norm)
export const isDo = (norm: string): boolean => DO.has(norm)
export const isGet = (norm: string): boolean => GET.has(norm)
export const isNegation = (norm: string): boolean => NEGATIONS.has(norm)

/** "have all confirmed", "will both attend". */
export const isFloating = (norm: string): boolean => FLOATING.has(norm)

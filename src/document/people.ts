import { roles } from '../data'

const PLURALS: ReadonlySet<string> = new Set(
  [...roles.official, ...roles.own, ...roles.group, ...roles.people].filter((w) => /^[a-z-]+(?:s|men|folk|people)$/.test(w)),
)

/** Whether a noun in the plural means persons, by the lists of roles or by its shape. */
export const isPeoplePlural = (norm: string): boolean => PLURALS.has(norm) || isAgentPlural(norm)

/** Whether a noun has the shape of those who do something. */
export const isAgentPlural = (norm: string): boolean => /[snk]$/.test(norm) && AGENTS.test(norm) && !THINGS.test(norm)

/** Endings of nouns for those who do something: "ranchers", "separatists", "claimants", "clansmen". */
const AGENTS = /(?:[^e]ers|ists|ants|men|folk|ees|crats|naries)$/
/** Nouns with such endings that are no persons, or only say what some are to others. */
const THINGS =
  /(?:num|mem|partn|observ|view|call|follow|newcom|answ|ham|tim|cham|pow|off|ord|bord|cent|quart|chapt|pap|lett|matt|cov|ang|fing|should|corn|answ|pray|quart|wat|disast|encount|count|regist|riv|tow|wint|summ|strang|moth|oth|head|lead|rock|tank|bunk|barri|bann|fold|lay|post|show|silenc|stick|shelt|bomb|copt|missil|comput|contain|paramet|theat|flow|drawn|dinn|fev|wond|clust|thund|charact|rememb|finish|hinder|consid|deliv)ers$|(?:gr|pl|particip|attend|aur|vari|warr|restaur|p|eleph|gi|coven|inst|const|domin)ants$|(?:f|tr|kn|degr|coff|decr|guarant|committ|lev|jubil|pedigr)ees$|(?:l|m|tw|f|wr|ex|ass|cons|ins|res|pers)ists$|(?:o|speci|regi|acu|abdo|sta)men$|dictionaries|missionaries|seminaries|preliminaries/

import type { PartOfSpeech } from './document'
import { isPeoplePlural } from './people'
import { wordSet } from './word-set'

/** Tokens whose parts of speech (and lemmas, where these depend on them) are repaired in place. */
export interface TaggedTokens {
  readonly words: readonly string[]
  readonly norms: readonly string[]
  readonly lemmas: string[]
  readonly pos: PartOfSpeech[]
}

/** Verbs of news prose that wink takes for nouns after a name: "Iran backs talks". */
const VERBS = wordSet(
  'accept aim approve attack attempt back balk ban bar blame block blast boycott broker call cancel cause caution challenge champion ' +
    'cheer cite claim condemn delay demand deny doubt echo embrace end endorse exit eye fault favor favour fear fault hail halt head ' +
    'help honor hope host join judge laud launch lead like link list mark mull move name need object offer open oppose order plan pledge ' +
    'postpone praise press promise push question quit raise rap refuse regret reject report request respect risk root rue seek schedule ' +
    'shun signal skip slam snub sponsor spurn start stage support suspend table test thank threaten trust urge value veto view visit ' +
    'vow walk want warn weigh welcome wish withdraw decline set send bid resume meet tie hint scrap pull rebuff defer shelve sign stall return rule brand bow opt drop storm dub deem tout voice spark ditch dump axe duck dodge',
)
/** What follows such a verb, and hardly a noun: "Iran backs out of talks". */
const PARTICLES = wordSet('to at off out away back down up')
const MODALS = wordSet('will would shall should can could may might must')
const SUBJECTS = wordSet('it he she which who that')
const PLURAL_SUBJECTS = wordSet('they we you i who')
const PLURAL_NAMES = wordSet('taliban police')
const SUBORDINATORS = wordSet('unless although whereas lest whether if')
const TALKS = wordSet('talks negotiations dialogue contact contacts negotiation')
/** Nouns that open sentences, where wink takes them for names: "Officials in Delhi said". */
const isRole = (norm: string): boolean => PARTIES.has(norm) || isPeoplePlural(norm)
const PARTIES = wordSet('delegations negotiations parties sources')
const isAllTheSame = (norms: readonly string[], i: number): boolean =>
  norms[i] === 'all' && norms[i + 1] === 'the' && norms[i + 2] === 'same'
const INDEFINITE = wordSet(
  'everything everyone everybody anything anyone anybody something someone somebody nothing noone nobody',
)
const ADJECTIVAL_PREFIX = /^(?:intra|inter|anti|pro|non|pre|post|trans|pan)-/
const OBJECT_STARTS = new Set<PartOfSpeech>(['DET', 'PRON', 'PROPN', 'ADJ', 'NOUN', 'NUM', 'SCONJ'])
const BARE_OBJECT_STARTS = new Set<PartOfSpeech>(['DET', 'PRON', 'PROPN'])
const BEFORE_NOUN = new Set<PartOfSpeech>(['DET', 'ADJ', 'PROPN', 'NOUN', 'NUM'])

type Repair = (tokens: TaggedTokens, i: number) => PartOfSpeech | undefined

const thirdPerson: Repair = ({ norms, lemmas, pos, words }, i) => {
  if (pos[i] !== 'NOUN' && pos[i] !== 'PROPN') return undefined
  const norm = norms[i]!
  if (!norm.endsWith('s') || (pos[i] === 'PROPN' && words[i] !== norm)) return undefined
  if (!VERBS.has(lemmas[i]!) && !VERBS.has(norm.replace(/e?s$/, '')) && !VERBS.has(norm.slice(0, -1))) return undefined
  const before = pos[i - 1]
  const named = before === 'PROPN' || (before === 'PRON' && SUBJECTS.has(norms[i - 1]!))
  const toVerb = norms[i + 1] === 'to' && (pos[i + 2] === 'VERB' || pos[i + 2] === 'AUX')
  if (named && (OBJECT_STARTS.has(pos[i + 1]!) || PARTICLES.has(norms[i + 1] ?? ''))) return 'VERB'
  if (named && (pos[i + 1] === 'PUNCT' || i + 1 === pos.length) && (before === 'PRON' || norms[i - 1] === ',')) return 'VERB'
  const listed = norms[i - 1] === ',' && !norms[i - 2]?.endsWith('s') && pos[i - 2] !== 'NUM'
  if (listed && (BARE_OBJECT_STARTS.has(pos[i + 1]!) || (pos[i + 1] === 'ADJ' && pos[i - 2] === 'NOUN'))) return 'VERB'
  return before === 'NOUN' && toVerb && !norms[i - 1]!.endsWith('s') ? 'VERB' : undefined
}

const bareForm: Repair = ({ norms, pos }, i) => {
  if (pos[i] !== 'NOUN' || !(VERBS.has(norms[i]!) || norms[i] === 'put')) return undefined
  const before = norms[i - 1] ?? ''
  const helper = before === 'not' ? (norms[i - 2] ?? '') : before
  if (MODALS.has(helper) && pos[i - 1] !== 'NOUN') return 'VERB'
  if (pos[i - 1] === 'PRON' && PLURAL_SUBJECTS.has(before)) return 'VERB'
  // "Iran and Pakistan have both put their names down"
  if ((before === 'both' || before === 'all') && pos[i - 2] === 'AUX' && /^(put|set|cut|hit|let|quit|bid)$/.test(norms[i]!))
    return 'VERB'
  // "Germany and France both support"
  if ((before === 'both' || before === 'all') && (pos[i - 2] === 'PROPN' || pos[i - 2] === 'NOUN') && pos[i + 1] !== 'AUX')
    return 'VERB'
  if ((before === 'to' && pos[i - 1] === 'PART') || /^(?:do|does|did)$/.test(helper)) return 'VERB'
  const asked = norms[i - 2] ?? ''
  if (pos[i - 1] === 'PROPN' && (MODALS.has(asked) || /^(?:do|does|did)$/.test(asked))) return 'VERB'
  const plural =
    PLURAL_NAMES.has(before) || ((pos[i - 1] === 'NOUN' || pos[i - 1] === 'PROPN') && before.endsWith('s') && before !== "'s")
  if (plural && BARE_OBJECT_STARTS.has(pos[i + 1]!)) return 'VERB'
  // "Ranchers vow roadblocks"
  const opens = i === 1 || pos[i - 2] === 'PUNCT'
  return opens && isPeoplePlural(before) && pos[i + 1] !== 'VERB' && pos[i + 1] !== 'AUX' ? 'VERB' : undefined
}

/** "About fifty students marched", "a group of fallen soldiers". */
const beforeQuantity: Repair = ({ norms, pos }, i) => {
  if (pos[i] === 'ADP' && pos[i + 1] === 'NUM' && (i === 0 || pos[i - 1] === 'PUNCT'))
    return /^(?:about|around|over|under|nearly)$/.test(norms[i]!) ? 'ADV' : undefined
  return pos[i] === 'VERB' && /(?:ed|en)$/.test(norms[i]!) && norms[i - 1] === 'of' && pos[i + 1] === 'NOUN' ? 'ADJ' : undefined
}

/** Verbs whose object may be a bare feeling. */
const EXPRESSES = /^(?:express|voice|convey|reiterate|share|signal|raise|offer|pledge|show|declare|reaffirm)$/

/** Verbs that need an object, which may be a bare plural. */
const TURNS_DOWN =
  /^(?:reject|dismiss|resist|defy|heed|ignore|rebuff|spurn|refuse|deny|accept|welcome|back|support|endorse|oppose|criticise|criticize|condemn|denounce|slam|abandon|drop|scrap|renew|repeat|echo|face|issue|make|announce|discuss|block|thwart|foil)$/

const nominal: Repair = ({ norms, lemmas, pos }, i) => {
  const before = pos[i - 1]
  const after = pos[i + 1]
  switch (norms[i]) {
    // "rejected calls to boycott them"
    case 'calls':
    case 'demands':
    case 'claims':
    case 'offers':
    case 'requests':
    case 'plans':
    case 'attempts':
    case 'moves':
      return pos[i] === 'VERB' && before === 'VERB' && TURNS_DOWN.test(lemmas[i - 1]!) ? 'NOUN' : undefined
    // "an earlier attempt to hold it"
    case 'attempt':
      return pos[i] === 'VERB' && (before === 'DET' || (norms[i - 1] === 'earlier' && pos[i - 2] === 'DET')) ? 'NOUN' : undefined
    case 'meeting':
      return pos[i] === 'VERB' &&
        before !== undefined &&
        (BEFORE_NOUN.has(before) || norms[i - 1] === "'s") &&
        after !== 'PROPN' &&
        after !== 'DET' &&
        after !== 'PRON'
        ? 'NOUN'
        : undefined
    case 'moot':
    case 'meet':
      return pos[i] !== 'VERB' && before !== undefined && BEFORE_NOUN.has(before) && after !== 'NOUN' ? 'NOUN' : undefined
    case 'talks':
      return pos[i] !== 'NOUN' && !(before === 'PRON' && SUBJECTS.has(norms[i - 1]!)) ? 'NOUN' : undefined
    case 'chief':
      return pos[i] === 'ADJ' && after !== 'NOUN' && after !== 'PROPN' && after !== 'ADJ' ? 'NOUN' : undefined
    // "an earlier version"
    case 'earlier':
    case 'later':
      return pos[i] === 'ADV' && before === 'DET' && (after === 'NOUN' || after === 'ADJ') ? 'ADJ' : undefined
    // "fresh pay talks"
    case 'pay':
    case 'trade':
    case 'strike':
    case 'swap':
    case 'release':
    case 'transfer':
      return pos[i] === 'VERB' && TALKS.has(norms[i + 1] ?? '') ? 'NOUN' : undefined
    case 'direct':
      return TALKS.has(norms[i + 1] ?? '') ? 'ADJ' : undefined
    // "expressed hope that the talks would go on"
    case 'hope':
    case 'fear':
    case 'doubt':
    case 'regret':
    case 'support':
    case 'trust':
    case 'praise':
      return pos[i] === 'VERB' && before === 'VERB' && EXPRESSES.test(lemmas[i - 1]!) ? 'NOUN' : undefined
    case 'invite':
      return pos[i] === 'VERB' && (before === 'DET' || before === 'ADJ' || before === 'VERB' || norms[i - 1] === "'s")
        ? 'NOUN'
        : undefined
    default:
      return undefined
  }
}

const fixed: Repair = ({ words, norms, pos }, i) => {
  const norm = norms[i]!
  if (norm === 'taliban' || norm === 'talibs') return 'PROPN'
  if (norm === 'said') return pos[i - 1] === 'DET' ? undefined : 'VERB'
  if (SUBORDINATORS.has(norm)) return 'SCONJ'
  if (pos[i] === 'PROPN' && norm.includes('-') && ADJECTIVAL_PREFIX.test(norm)) return 'ADJ'
  if (pos[i] === 'PROPN' && pos[i + 1] !== 'PROPN' && (i === 0 || pos[i - 1] === 'PUNCT') && isRole(norm)) return 'NOUN'
  if (MODALS.has(norm) && pos[i] !== 'AUX') {
    if (norm === 'may' && words[i] === 'May' && (/^\d/.test(norms[i + 1] ?? '') || pos[i - 1] === 'ADP')) return 'PROPN'
    const nominalUse = pos[i - 1] === 'DET' || pos[i - 1] === 'ADJ' || norms[i - 1] === "'s" || norms[i - 1] === 'political'
    return nominalUse ? undefined : 'AUX'
  }
  if (pos[i] !== 'NOUN' && INDEFINITE.has(norm)) return 'PRON'
  if (norm === 'objects' && norms[i + 1] === 'to' && pos[i - 1] !== 'DET' && pos[i - 1] !== 'ADJ') return 'VERB'
  if (norm === 'going' && pos[i] === 'NOUN' && /^(?:both|all|not|also|still|now|is|are|was|were)$/.test(norms[i - 1] ?? ''))
    return 'VERB'
  // "will all the same be there"
  if (
    (norm === 'all' && isAllTheSame(norms, i)) ||
    (norm === 'the' && isAllTheSame(norms, i - 1)) ||
    (norm === 'same' && isAllTheSame(norms, i - 2))
  )
    return 'ADV'
  if (norm === 'including' && pos[i] === 'VERB' && pos[i - 1] !== 'AUX') return 'ADP'
  if (norm === 'bade') return 'VERB'
  // "the only country"
  if (norm === 'only' && norms[i - 1] === 'the' && /^(?:NOUN|ADJ|VERB)$/.test(pos[i + 1] ?? '')) return 'ADJ'
  if (norm === 'say' && pos[i] === 'NOUN' && pos[i - 1] !== 'DET' && pos[i - 1] !== 'ADJ') return 'VERB'
  if (norm === 'no' && norms[i + 1] === 'one') return 'PRON'
  if (norm === 'one' && norms[i - 1] === 'no') return 'PRON'
  if (norm === 'which' && pos[i] === 'DET' && (pos[i + 1] === 'VERB' || pos[i + 1] === 'AUX' || pos[i - 1] === 'PUNCT'))
    return 'PRON'
  if (norm === 'following' && pos[i] === 'VERB' && pos[i - 1] !== 'AUX' && BARE_OBJECT_STARTS.has(pos[i + 1]!)) return 'ADP'
  return undefined
}

/** Verbs that are read as nouns where only a noun can stand: "its regrets", "the finish line", "subject to sanctions". */
const nounAfterAll: Repair = ({ norms, lemmas, pos }, i) => {
  if (pos[i] !== 'VERB') return undefined
  const before = norms[i - 1] ?? ''
  const after = pos[i + 1]
  const third = norms[i] !== lemmas[i] && norms[i]!.endsWith('s')
  if (before === 'to' && third) return 'NOUN'
  if (third && pos[i - 1] === 'ADP' && /^(?:of|with|from|without|between|among|after|amid|despite|for)$/.test(before))
    return 'NOUN'
  const own = POSSESSIVES.has(before) || before === "'s"
  if (
    own &&
    (third || norms[i] === lemmas[i]) &&
    (after === 'PUNCT' || after === undefined || (before !== "'s" && (after === 'ADP' || after === 'AUX')))
  )
    return 'NOUN'
  const determined = before === 'the' || before === 'a' || before === 'an' || (before === 'only' && norms[i - 2] === 'the')
  if (determined && norms[i] === lemmas[i]) return 'NOUN'
  return undefined
}
/** "who controls the east": only a verb can follow. */
const afterRelative: Repair = ({ norms, lemmas, pos }, i) => {
  if (norms[i] === 'open' && pos[i] === 'ADJ' && (norms[i - 1] === 'which' || norms[i - 1] === 'that') && pos[i + 1] === 'ADP')
    return 'VERB'
  if (pos[i] !== 'NOUN' || !norms[i]!.endsWith('s') || norms[i] === lemmas[i]) return undefined
  const relative = norms[i - 1] === 'who' || (norms[i - 1] === 'which' && pos[i - 2] !== 'ADP')
  return relative && pos[i + 1] !== 'VERB' && pos[i + 1] !== 'AUX' ? 'VERB' : undefined
}
/** "the administration changes its policy": no noun stands right before a determiner. */
const beforeDeterminer: Repair = ({ norms, lemmas, pos }, i) => {
  if (pos[i] !== 'NOUN' || !norms[i]!.endsWith('s') || norms[i] === lemmas[i] || norms[i] === 'talks') return undefined
  if (pos[i - 1] !== 'NOUN' && pos[i - 1] !== 'PROPN') return undefined
  if (norms[i - 1]!.endsWith('s') && norms[i - 1] !== lemmas[i - 1]) return undefined
  return (pos[i + 1] === 'DET' && norms[i + 1] !== 'all' && norms[i + 1] !== 'both') || POSSESSIVES.has(norms[i + 1] ?? '')
    ? 'VERB'
    : undefined
}
/** "had been informed by Russia": a passive, not an adjective. */
const beforeAgent: Repair = ({ norms, pos }, i) =>
  pos[i] === 'ADJ' && norms[i]!.endsWith('ed') && norms[i + 1] === 'by' && pos[i - 1] === 'AUX' ? 'VERB' : undefined

/** "The talks deserved the backing of all", "was pronounced a success": no adjective stands between a noun and a determiner. */
const adjectiveBeforeDeterminer: Repair = ({ norms, pos }, i) => {
  if ((pos[i] !== 'ADJ' && pos[i] !== 'NOUN') || !/[^aeiou]ed$/.test(norms[i]!) || norms[i]!.includes('-')) return undefined
  if (pos[i - 1] !== 'NOUN' && pos[i - 1] !== 'PROPN' && pos[i - 1] !== 'PRON' && pos[i - 1] !== 'AUX') return undefined
  return (pos[i + 1] === 'DET' && norms[i + 1] !== 'all' && norms[i + 1] !== 'that' && norms[i + 1] !== 'this') ||
    POSSESSIVES.has(norms[i + 1] ?? '')
    ? 'VERB'
    : undefined
}

/** "only if the United Nations mediated": a clause that a conjunction opens wants a verb. */
const lastOfClause: Repair = ({ norms, pos }, i) => {
  if (pos[i] !== 'ADJ' || (!/[^aeiou]ed$/.test(norms[i]!) && !/[^e]ated$/.test(norms[i]!))) return undefined
  if ((pos[i - 1] !== 'NOUN' && pos[i - 1] !== 'PROPN') || !(pos[i + 1] === 'PUNCT' || i + 1 === pos.length)) return undefined
  let t = i - 1
  while (t >= Math.max(0, i - 7) && /^(?:NOUN|PROPN|DET|ADJ|NUM)$/.test(pos[t]!)) t--
  return pos[t] === 'SCONJ' || /^(?:once|when|until|after|before|because|while)$/.test(norms[t] ?? '') ? 'VERB' : undefined
}

/** "Once the bombing stops, Kabul will come": a clause that a conjunction opens wants a verb, and the last of its nouns can be one. */
const verbOfClause: Repair = ({ norms, lemmas, pos }, i) => {
  if (pos[i] !== 'NOUN' || !norms[i]!.endsWith('s') || lemmas[i] === norms[i] || norms[i] === 'talks') return undefined
  if ((pos[i - 1] !== 'NOUN' && pos[i - 1] !== 'PROPN') || (norms[i - 1]!.endsWith('s') && lemmas[i - 1] !== norms[i - 1]))
    return undefined
  let t = i - 1
  while (t >= Math.max(0, i - 7) && /^(?:NOUN|PROPN|DET|ADJ|NUM)$/.test(pos[t]!)) t--
  // "only if the bombing stops will Kabul come"
  const inverted = norms[t - 1] === 'only' && pos[i + 1] === 'AUX'
  if (!(inverted || pos[i + 1] === 'PUNCT' || i + 1 === pos.length)) return undefined
  if (!/^(?:if|unless|once|when|whenever|because|although|provided|providing|assuming|that)$/.test(norms[t] ?? ''))
    return undefined
  return norms[t] !== 'that' || /^(?:provided|providing|condition)$/.test(norms[t - 1] ?? '') ? 'VERB' : undefined
}

/** "to co-chair the gathering": between "to" and a determiner only a verb can stand. */
const afterTo: Repair = ({ norms, pos }, i) => {
  if (pos[i] !== 'NOUN' || norms[i - 1] !== 'to' || norms[i]!.endsWith('s')) return undefined
  if (pos[i + 1] !== 'DET' && !POSSESSIVES.has(norms[i + 1] ?? '')) return undefined
  pos[i - 1] = 'PART'
  return 'VERB'
}

/** "accused them of hijacking the talks": between a preposition and a determiner a gerund is a verb. */
const gerundWithObject: Repair = ({ norms, lemmas, pos }, i) => {
  if (pos[i] !== 'NOUN' || lemmas[i] !== norms[i] || !GERUNDS.has(norms[i]!) || pos[i - 1] !== 'ADP') return undefined
  return pos[i + 1] === 'DET' || POSSESSIVES.has(norms[i + 1] ?? '') ? 'VERB' : undefined
}
/** Gerunds that wink takes for nouns, with their verbs. */
const GERUNDS: ReadonlyMap<string, string> = new Map([
  ['dodging', 'dodge'],
  ['engineering', 'engineer'],
  ['financing', 'finance'],
  ['funding', 'fund'],
  ['hijacking', 'hijack'],
  ['spoiling', 'spoil'],
  ['staging', 'stage'],
  ['stonewalling', 'stonewall'],
])

/** "Laurel Whitcomb, a former official": a first name that looks like a verb. */
const firstName: Repair = ({ words, norms, lemmas, pos }, i) => {
  if ((pos[i] !== 'VERB' && pos[i] !== 'NOUN') || norms[i] !== lemmas[i] || !/^\p{Lu}\p{Ll}/u.test(words[i]!)) return undefined
  if (pos[i + 1] !== 'PROPN' || !/^\p{Lu}\p{Ll}/u.test(words[i + 1] ?? '')) return undefined
  const opens = i === 0 || pos[i - 1] === 'PUNCT'
  return opens && norms[i + 2] === ',' ? 'PROPN' : undefined
}

/** "party leader Park Jie-won": capitals behind a small noun, in the middle of a sentence. */
const nameBehindNoun: Repair = ({ words, pos }, i) => {
  if (pos[i] === 'PROPN' || !/^\p{Lu}\p{Ll}/u.test(words[i]!)) return undefined
  if (pos[i - 1] !== 'NOUN' || !/^\p{Ll}/u.test(words[i - 1]!) || !/^\p{Lu}\p{Ll}+(?:-\p{Ll}+)?$/u.test(words[i + 1] ?? ''))
    return undefined
  pos[i + 1] = 'PROPN'
  return 'PROPN'
}

const POSSESSIVES = wordSet('my our your his her its their')

/** "would back the plan": a verb after a modal that wink takes for an adverb, a preposition or an adjective. */
const afterModal: Repair = ({ norms, pos }, i) => {
  if (pos[i] === 'VERB' || pos[i] === 'AUX' || !MODAL_VERBS.has(norms[i]!)) return undefined
  const helper = norms[i - 1] === 'not' ? norms[i - 2]! : norms[i - 1]!
  return (MODALS.has(helper) || (helper === 'to' && pos[i - 1] === 'PART')) && BARE_OBJECT_STARTS.has(pos[i + 1]!)
    ? 'VERB'
    : undefined
}
const MODAL_VERBS = wordSet('back open welcome further complete near separate total clear direct present last')

/** Lemmas that wink gets wrong. */
const LEMMAS: ReadonlyMap<string, string> = new Map([
  ['bade', 'bid'],
  ['cancelation', 'cancellation'],
  ['stag', 'stage'],
])

const REPAIRS: readonly Repair[] = [
  fixed,
  nominal,
  thirdPerson,
  bareForm,
  nounAfterAll,
  afterModal,
  afterRelative,
  beforeDeterminer,
  beforeAgent,
  adjectiveBeforeDeterminer,
  lastOfClause,
  verbOfClause,
  afterTo,
  gerundWithObject,
  firstName,
  nameBehindNoun,
  beforeQuantity,
]

/** Lemma of a word that is a verb after all: "backs" is `back`, whatever it was as a noun. */
function verbLemma(norm: string, lemma: string): string {
  if (norm === lemma) return GERUNDS.get(norm) ?? norm
  if (VERBS.has(norm)) return norm
  if (VERBS.has(lemma)) return lemma
  const stem = norm.slice(0, -1)
  return VERBS.has(stem) ? stem : norm.replace(/e?s$/, '')
}

/** Lemma of a regular past participle that was taken for an adjective. */
function pastLemma(norm: string): string {
  const stem = norm.slice(0, -2)
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`
  if (/([b-df-hj-np-tv-z])\1$/.test(stem) && !/(ss|ll)$/.test(stem)) return stem.slice(0, -1)
  return /(?:[^aeiou][vsuzc]|[aeiou][^aeiouwxy]|nc|rg|dg|g)$/.test(stem) && !/(?:er|en|on|it|or|in|et|al)$/.test(stem)
    ? `${stem}e`
    : stem
}

/** Repairs wink's frequent errors in news prose, in one pass from left to right; returns the same array. */
export function repairTags(tokens: TaggedTokens): PartOfSpeech[] {
  const { norms, lemmas, pos } = tokens
  for (let i = 0; i < pos.length; i += 1) {
    const lemma = LEMMAS.get(lemmas[i]!)
    if (lemma !== undefined) lemmas[i] = lemma
    for (const repair of REPAIRS) {
      const tag = repair(tokens, i)
      if (tag === undefined || tag === pos[i]) continue
      pos[i] = tag
      if (tag === 'VERB')
        lemmas[i] =
          norms[i] === 'said' ? 'say' : norms[i]!.endsWith('ed') ? pastLemma(norms[i]!) : verbLemma(norms[i]!, lemmas[i]!)
      else if (norms[i] === 'talks') lemmas[i] = 'talk'
      else if (isRole(norms[i]!)) lemmas[i] = norms[i]!.replace(/ies$/, 'y').replace(/s$/, '').replace(/men$/, 'man')
      else if (tag === 'NOUN' || tag === 'PROPN') lemmas[i] = norms[i]!
      if (norms[i] === 'direct' && norms[i - 1] === 'to' && pos[i - 1] === 'PART') pos[i - 1] = 'ADP'
    }
  }
  return pos
}

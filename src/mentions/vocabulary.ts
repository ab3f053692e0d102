import { roles } from '../data'

/** Offices whose holder speaks for a principal. */
export const OFFICIAL: ReadonlySet<string> = new Set([...roles.official, 'govt', 'govt.', "gov't"])
/** Those who speak for themselves: analysts, lawmakers, former officials. */
export const OWN: ReadonlySet<string> = new Set(roles.own)
/** Groups that act together: rebels, parties, unions. */
export const GROUP: ReadonlySet<string> = new Set(roles.group)
/** Other nouns for persons: they hold positions, but speak for nobody. */
export const PEOPLE: ReadonlySet<string> = new Set(roles.people)
/** Other nouns for bodies that can hold a position: boards, clubs, firms. */
export const OTHER_BODIES: ReadonlySet<string> = new Set(roles.bodies)
export const TITLES: ReadonlySet<string> = new Set(roles.titles.map((t) => t.toLowerCase()))
/** The same, and those with a stop without it. */
export const TITLE_FORMS: ReadonlySet<string> = new Set([...TITLES].flatMap((t) => [t, t.replace(/\.$/, '')]))

export const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'outside',
  'around',
  'across',
  'through',
  'inside',
  'into',
  'within',
  'throughout',
  'beyond',
  'under',
  'over',
  'along',
  'toward',
  'towards',
  'via',
  'reach',
  'on',
  'off',
  'past',
  'onto',
])
export const MOTION = new Set([
  'leave',
  'visit',
  'reach',
  'enter',
  'tour',
  'arrive',
  'fly',
  'travel',
  'go',
  'return',
  'come',
  'head',
  'depart',
  'land',
  'flee',
  'storm',
  'seize',
  'capture',
  'bomb',
  'surround',
  'march',
  'drive',
  'send',
  'move',
  'dispatch',
  'bring',
  'take',
  'trip',
  'visit',
  'flight',
  'way',
  'journey',
  'invite',
  'summon',
  'host',
  'welcome',
])
export const HE = new Set(['he', 'him', 'his', 'himself'])
export const SHE = new Set(['she', 'her', 'hers', 'herself'])
export const IT = new Set(['it', 'its', 'itself'])
export const THEY = new Set(['they', 'them', 'their', 'themselves', 'theirs'])
export const WE = new Set(['we', 'us', 'our', 'i', 'me', 'my', 'ours', 'ourselves', 'myself'])
export const FORMER = new Set([
  'former',
  'ex',
  'ex-',
  'then',
  'late',
  'retired',
  'opposition',
  'dissident',
  'exiled',
  'ousted',
  'onetime',
  'ex-president',
  'ex-minister',
  'independent',
])
export const GROUP_NOMINALS = new Set([
  'group',
  'movement',
  'faction',
  'militia',
  'organisation',
  'organization',
  'front',
  'insurgents',
  'militants',
  'rebels',
  'fighters',
  'guerrillas',
  'militia',
])
export const STATE_NOMINALS = new Set([
  'government',
  'ministry',
  'country',
  'administration',
  'authorities',
  'state',
  'nation',
  'palace',
  'presidency',
  'embassy',
  'cabinet',
  'republic',
  'regime',
  'kingdom',
  'sultanate',
  'emirate',
  'monarchy',
  'junta',
  'president',
  'minister',
  'delegation',
])
export const BODY_NOMINALS = new Set([
  'party',
  'council',
  'network',
  'body',
  'bloc',
  'alliance',
  'coalition',
  'union',
  'commission',
  'committee',
  'parliament',
  'house',
  'agency',
  'federation',
  'association',
  'league',
  'company',
  'mission',
  'organisation',
  'organization',
  'collective',
  'campaign',
  'institute',
  'chamber',
  'confederation',
  'charity',
  'club',
  'board',
])
export const ORGANISATION_WORDS = new Set(
  'party council network movement front union commission committee organisation organization association alliance coalition institute foundation federation league society congress assembly parliament jirga majlis senate house bloc international watch army group agency authority council jamiat hezb hizb jabha confederation chamber forum brotherhood collective campaign initiative centre center university fund bank ministry department office caucus guild syndicate tribunal corporation church synod brigade club trust legion consortium shura airways airlines railways motors telecom petroleum industries holdings pharmaceuticals'.split(
    ' ',
  ),
)
/** Offices that are bodies, not persons. */
export const BODIES = new Set(
  'ministry embassy government cabinet administration delegation team mission authority palace presidency office leadership side army military force forces consulate troop troops department agency secretariat bureau regime state foreign-office leadership camp court council committee commission police navy service'.split(
    ' ',
  ),
)
export const GENERIC_OFFICE = new Set(
  'presidential foreign prime interior defence defense state national security deputy vice first high supreme federal royal ministry minister office affairs external justice finance home general chief special acting central interim additional joint permanent assistant press'.split(
    ' ',
  ),
)
export const HEAD_ROLE =
  /^(speaker|member|head|chief|leader|deputy|chairman|chairwoman|chair|commander|director|secretary|adviser|aide|president|founder|coordinator|spokesman|spokeswoman|spokesperson)$/
export const FEMALE_TITLES = new Set([
  'mrs',
  'ms',
  'madam',
  'lady',
  'queen',
  'mrs.',
  'ms.',
  'spokeswoman',
  'congresswoman',
  'chairwoman',
  'princess',
])
export const MALE_TITLES = new Set([
  'mr',
  'mr.',
  'sir',
  'king',
  'mullah',
  'mawlawi',
  'haji',
  'sheikh',
  'maulana',
  'spokesman',
  'congressman',
  'chairman',
  'prince',
  'ayatollah',
  'pope',
])
/** Words that take a part of those who are named after "of". */
export const PARTITIVE: ReadonlySet<string> = new Set(
  'one some many most several members part all both two three four none'.split(' '),
)
/** Nouns for groups that are no persons even where they stand in the singular. */
export const COLLECTIVE: ReadonlySet<string> = new Set(['opposition', 'diaspora', 'ulema', 'clergy'])
/** Those who serve others than the place where they are: "diplomats in Kabul". */
export const VISITORS: ReadonlySet<string> = new Set(
  'diplomat ambassador envoy emissary negotiator delegate delegation team embassy mission representative mediator'.split(' '),
)
/** Heads of names that are places, not actors. */
export const PLACE_NOUNS: ReadonlySet<string> = new Set(
  'road street avenue square boulevard airport airfield hotel valley river mountain mountains province district bridge lake park roundabout highway hospital stadium cemetery bazaar desert island islands peninsula gate port'.split(
    ' ',
  ),
)
/** Nouns that only count those who are named after "of": "a group of widows". */
export const COUNTING: ReadonlySet<string> = new Set(
  'group number handful crowd delegation gathering dozens hundreds thousands scores couple pair band'.split(' '),
)
/** Nouns that say what a body is to another: "its largest member, the Council". */
export const ROLE_LIKE: ReadonlySet<string> = new Set([
  'member',
  'ally',
  'rival',
  'partner',
  'neighbour',
  'neighbor',
  'backer',
  'sponsor',
  'foe',
  'enemy',
  'successor',
  'predecessor',
  'wing',
  'affiliate',
])
/** Roles and groups in the plural. */
export const PLURAL_ROLES: ReadonlySet<string> = new Set(
  [...OFFICIAL, ...OWN, ...GROUP].filter(
    (w) => w.endsWith('s') && [OFFICIAL, OWN, GROUP].some((words) => words.has(w.slice(0, -1))),
  ),
)
export const REFLEXIVE: ReadonlySet<string> = new Set(['himself', 'herself', 'itself', 'themselves'])
/** Determiners that go back to something known. */
export const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those'])
/** Bodies under arms, and leaders, that act as a group. */
export const FORCES: ReadonlySet<string> = new Set(['leader', 'leaders', 'troops', 'forces', 'army', 'military'])
/** Nouns that with "its" or "their" mean the owner. */
export const OWNED: ReadonlySet<string> = new Set([
  'men',
  'people',
  'colleague',
  'side',
  'camp',
  'fighters',
  'followers',
  'representative',
  'office',
  'member',
  'leader',
])
/** Nouns that say of a group only that it is one, or a part of one: "rebel groups". */
export const VAGUE_GROUPS: ReadonlySet<string> = new Set(
  'group leader fighter force faction member commander movement delegate negotiator spokesman side team'.split(' '),
)
/** Nouns for persons that say nothing of an office: "opposition figures". */
export const PERSONS: ReadonlySet<string> = new Set(
  'figure man woman people person colleague detainee inmate spy guard aide ally soldier officer'.split(' '),
)

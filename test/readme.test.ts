/**
 * README, guides and CONTRIBUTING are true: their code runs and prints what it says, their commands and links exist, and the sample outputs are those
 * of a real run.
 *
 * `README_UPDATE=1 npx vitest run test/readme.test.ts` writes sample outputs, tables and figures anew, between their markers;
 * with `-t table` the tables alone, which takes seconds.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { transpileModule, ModuleKind, ScriptTarget } from 'typescript'
import { beforeAll, describe, expect, test } from 'vitest'
import { inProject } from '../scripts/lib/documents'
import setup from './build'

const README = 'README.md'
const REPORT = 'docs/report.md'
const FIGURES = 'docs/accuracy.md'
const MODEL_CARD = 'models/en/MODEL.md'
const updating = Boolean(process.env['README_UPDATE'])
const MEND = 'README_UPDATE=1 npx vitest run test/readme.test.ts'

const read = (file: string): string => readFileSync(inProject(file), 'utf8').replace(/\r\n/g, '\n')
const guides = readdirSync(inProject('docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))
const pages = new Map([README, 'CONTRIBUTING.md', ...guides].map((file) => [file, read(file)]))

interface Block {
  readonly file: string
  readonly language: string
  readonly code: string
  readonly line: number
}

const blocks: readonly Block[] = [...pages].flatMap(([file, page]) =>
  [...page.matchAll(/^ *```(\w*)\n(.*?)^ *```$/gms)].map(({ 1: language = '', 2: code = '', index }) => ({
    file,
    language,
    code,
    line: page.slice(0, index).split('\n').length,
  })),
)
const programs = blocks.filter(({ language }) => /^(?:[cm]?js|[cm]?ts|javascript|typescript)$/.test(language))

function run(args: readonly string[]): string {
  const env = { ...process.env, NO_COLOR: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: inProject('.'), encoding: 'utf8', env })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout
}

function runProgram({ language, code }: Block): string {
  const compilerOptions = { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 }
  const js = language.includes('t') ? transpileModule(code, { compilerOptions }).outputText : code
  // From the project's folder 'demarche' is the project itself, by its own `exports`.
  return run([`--input-type=${/\brequire\(/.test(code) ? 'commonjs' : 'module'}`, '--eval', js])
}

const lines = (text: string): string[] => text.trim().split('\n')
const promised = (code: string): string[] => [...code.matchAll(/^ *\/\/ → (.*)$/gm)].map(([, line = '']) => line)

/** What stands between two markers of a page. */
const section = (name: string, file = README): string =>
  new RegExp(`<!-- ${name}:start -->(.*?)<!-- ${name}:end -->`, 's').exec(pages.get(file)!)?.[1]?.trim() ?? `no section "${name}"`

function update(name: string, content: string, file = README): void {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const [before = '', rest = ''] = pages.get(file)!.split(start)
  const page = `${before}${start}\n\n${content}\n\n${end}${rest.slice(rest.indexOf(end) + end.length)}`
  pages.set(file, page)
  writeFileSync(inProject(file), page)
}

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``

beforeAll(setup, 120_000)

describe('code', () => {
  test('every block has a known language', () => {
    expect(programs.length).toBeGreaterThan(5)
    expect([...new Set(blocks.map(({ language }) => language))].sort()).toEqual(['js', 'json', 'sh', 'text'])
  })
  test.each(programs)('the block in $file, line $line runs and prints what it promises', (block) => {
    expect(promised(block.code).length, 'lines that begin with "// → "').toBeGreaterThan(0)
    expect(lines(runProgram(block))).toEqual(promised(block.code))
  })
})

describe('commands', () => {
  const shell = blocks.filter(({ language }) => language === 'sh').flatMap(({ code }) => lines(code))
  const inline = [...pages.values()].flatMap((page) =>
    [...page.replace(/^ *```.*?^ *```$/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
  )
  const { scripts, version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>
    readonly version: string
  }
  const commands = [...new Set([...shell, ...inline.filter((code) => /^(?:npm|npx|node) /.test(code))])]
  const OWN = /^(?:npm install\b|npm pack$|cd )/

  const installed = commands.filter((command) => command.startsWith('npx demarche '))
  test.each(installed)('%s', (command) => {
    const folder = mkdtempSync(join(tmpdir(), 'demarche-readme-'))
    try {
      symlinkSync(inProject('examples'), join(folder, 'examples'))
      // as after an installation, and after the commands before it
      const npx = `npx() { shift; '${process.execPath}' '${inProject('dist/cli/main.js')}' "$@"; }`
      const before = installed.slice(0, installed.indexOf(command)).filter((other) => command.startsWith(other))
      const script = [npx, ...before, command].join('\n')
      const { status, stderr } = spawnSync('bash', ['-ec', script], { cwd: folder, encoding: 'utf8' })
      expect(stderr).not.toMatch(/expected/)
      expect(status).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
  test.each(commands.filter((command) => !installed.includes(command)))('%s', (command) => {
    const [, script] = /^npm (?:run )?([\w:]+)/.exec(command) ?? []
    const [, file] = /^node (\S+)/.exec(command) ?? []
    const [, tested] = /^npx vitest run (\S+)$/.exec(command) ?? []
    if (file !== undefined) expect(existsSync(inProject(file)), file).toBe(true)
    else if (tested !== undefined) expect(existsSync(inProject(tested)), tested).toBe(true)
    else if (!OWN.test(command)) expect(Object.keys(scripts)).toContain(script)
    const tarball = /demarche-(.*)\.tgz/.exec(command)
    if (tarball) expect(tarball[1]).toBe(version)
  })
  test('every script is named', () => {
    for (const script of Object.keys(scripts)) expect(commands.join('\n')).toMatch(new RegExp(`npm (?:run )?${script}(?![\\w:])`))
  })
})

describe('links within the project lead somewhere', () => {
  /** The fragments of a page's headings, as GitHub makes them. */
  const fragments = (page: string): string[] =>
    [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    )
  test.each([...pages.keys()])('%s', (file) => {
    const links = [...pages.get(file)!.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
    const broken = links.filter((link) => {
      if (/^https?:/.test(link)) return false
      const [path = '', fragment] = link.split('#')
      const to = path === '' ? file : posix.join(posix.dirname(file), path)
      return !existsSync(inProject(to)) || (fragment !== undefined && !fragments(read(to)).includes(fragment))
    })
    expect(broken).toEqual([])
  })
})

describe(`sample outputs are those of a real run (to mend: ${MEND})`, () => {
  test('the table of npm start', () => {
    const table = run(['examples/analyze-article.mjs'])
    if (updating) update('run', fenced('text', table))
    // scores move with every weight: their sign and the rest count
    const known = (text: string): string => text.replace(/([+-])\d\.\d\d/g, '$1#').trim()
    expect(known(section('run'))).toBe(known(fenced('text', table)))
  })

  test('the row of the result', async () => {
    const page = pages.get(REPORT)!
    const text = /^> (.*)$/m.exec(page)?.[1]
    const code = `import { analyze } from 'demarche'; console.log(JSON.stringify(analyze(${JSON.stringify(text)}).actors[0]))`
    const row: unknown = JSON.parse(run(['--input-type=module', '--eval', code]), (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 100) / 100 : value,
    )
    const json = await format(JSON.stringify(row), { ...(await resolveConfig(inProject(README))), parser: 'json' })
    if (updating) update('result', fenced('json', json), REPORT)
    const shape = (value: string): unknown =>
      JSON.parse(value.replace(/^```\w*$/gm, ''), (key, inner: unknown) =>
        typeof inner === 'number' && key !== 'start' && key !== 'end' ? 'number' : inner,
      )
    expect(shape(section('result', REPORT))).toEqual(shape(json))
    for (const key of new Set([...json.matchAll(/"(\w+)":/g)].map(([, name = '']) => name))) expect(page).toContain(`\`${key}\``)
  })

  test('it says whether there is a model', () => {
    const code = "import { analyze } from 'demarche'; console.log(analyze('').model)"
    const rulesAlone = run(['--input-type=module', '--eval', code]).trim() === 'null'
    expect(/rules alone decide/.test(section('model'))).toBe(rulesAlone)
  })

  test('the table of first scores on fresh texts is the model card’s', async () => {
    const [, card = ''] = /^## First scores on fresh texts\n(.*)/ms.exec(read(MODEL_CARD)) ?? []
    const table = await format(/^\|.*\|$(?:\n^\|.*\|$)*/m.exec(card)?.[0] ?? '', { parser: 'markdown' })
    if (updating) update('fresh', table.trim())
    expect(table).toContain('| round')
    expect(section('fresh')).toBe(table.trim())
  })

  test('figures', () => {
    if (updating) {
      const evaluation = run(['--import', 'tsx', 'scripts/evaluate.ts', '--figure', inProject('docs/accuracy.svg')])
      const phenomena = lines(run(['--import', 'tsx', 'scripts/phenomena.ts'])).at(-1) ?? ''
      const [, passed, total] = /(\d+)\/(\d+)/.exec(phenomena) ?? []
      const suites = `Of the ${total} cases of the phenomenon suites, ${passed} pass.`
      update('figures', `${fenced('text', evaluation.trim())}\n\n${suites}`, FIGURES)
    }
    for (const word of ['stance F1', 'all-support', 'VADER', 'AFINN', 'cases of the phenomenon suites'])
      expect(section('figures', FIGURES)).toContain(word)
  }, 900_000)
})

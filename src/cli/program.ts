import { Argument, Command, InvalidArgumentError, Option } from 'commander'
import { version } from '../version'
import { addArchive } from './archive/program'
import { EXIT_CODES_IN_WORDS } from './exit-codes'
import type { Host } from './host'
import { FORMATS } from './output/formats'

const EXAMPLES = `
Examples:
  demarche analyze article.txt --date 2018-08-24
  demarche analyze *.txt --format jsonl > reports.jsonl
  curl -s https://news.example/article.txt | demarche analyze -
  demarche analyze article.txt --target "the Doha talks" --explain
  demarche rules explain "Iran welcomed the Moscow talks on Afghanistan."
  demarche actors find "Stanikzai"
  demarche archive news.jsonl.gz -o reports.jsonl

${EXIT_CODES_IN_WORDS}

Colours are left out where NO_COLOR is set or the output is no terminal.`

/** The command line: what there is to type, and what it starts. Each command is loaded only when it is called. */
export function makeProgram(host: Host): Command {
  const program = new Command('demarche')
    .description('Who supports, opposes or conditionally accepts a round of talks, by English news texts.')
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => void host.stdout.write(text),
      writeErr: (text) => void host.stderr.write(text),
      outputError: (text, write) => write(oneLine(text)),
    })
    .addHelpText('after', EXAMPLES)

  withAnalyzerOptions(program.command('analyze'))
    .description('analyse texts and print the stances of their actors')
    .addArgument(new Argument('<file...>', 'text files, or - for standard input'))
    .addOption(
      new Option('-f, --format <format>', 'form of the output; default: table on a terminal, else json').choices(FORMATS),
    )
    .option('-d, --date <day>', 'day of publication, YYYY-MM-DD: decides who held which office')
    .option('-e, --explain', 'add which rules counted, and why others did not')
    .addHelpText(
      'after',
      `
Examples:
  demarche analyze article.txt
  demarche analyze - --format markdown < article.txt
  demarche analyze august.txt september.txt --format html > report.html
  demarche analyze article.txt --rules my-rules.json --actors my-actors.json --model none`,
    )
    .action(async (files, flags) => (await import('./commands/analyze')).analyzeFiles(files, flags, host))

  withAnalyzerOptions(program.command('report'))
    .description('analyse texts and print a page for the browser; the same as analyze --format html')
    .addArgument(new Argument('<file...>', 'text files in the order of time, or - for standard input'))
    .option('-d, --date <day>', 'day of publication, YYYY-MM-DD')
    .addHelpText('after', '\nExample:\n  demarche report august.txt september.txt > report.html')
    .action(async (files, flags) => (await import('./commands/analyze')).analyzeFiles(files, { ...flags, format: 'html' }, host))

  addRules(program, host)
  addActors(program, host)
  addArchive(program, host, { withAnalyzerOptions, number })

  withAnalyzerOptions(program.command('evaluate'))
    .description('analyse labelled texts and print how well the stances agree with the labels')
    .argument('<docs>', 'texts: JSON Lines of {"id", "text", "target"?, "target_names"?, "date"?}')
    .argument('<gold>', 'labels: JSON Lines of {"id", "actors": [{"actor", "names", "stance", "evidence"?, "conditions"?}]}')
    .option('--json', 'print all figures, each document and each error as JSON')
    .addHelpText('after', '\nExample:\n  demarche evaluate mine.docs.jsonl mine.gold.jsonl --model none')
    .action(async (docs, gold, flags) => (await import('./commands/evaluate')).evaluateFiles(docs, gold, flags, host))

  program
    .command('train')
    .description('fit a stance model on labelled statements')
    .argument('<corpus...>', 'JSON Lines of {"text", "holder", "target", "label", "group"?, "condition"?}')
    .requiredOption('-o, --output <file>', 'where the model goes; give it to --model')
    .option('--rules <file>', 'JSON file of rules beside the built-in ones; can be given again', collect)
    .option('--actors <file>', 'JSON file of actors beside the built-in ones; can be given again', collect)
    .option('--folds <n>', 'parts for the held-out figures, 3 to 20; default 10', number)
    .option('--seed <n>', 'decides the parts; default 1', number)
    .addHelpText(
      'after',
      '\nExample:\n  demarche train statements.jsonl -o model.json && demarche analyze article.txt --model model.json',
    )
    .action(async (corpus, flags) => (await import('./commands/train')).train(corpus, flags, host))

  return program
}

function addRules(program: Command, host: Host): void {
  const rules = program.command('rules').description('check, list and explain rules')
  rules
    .command('check')
    .description('check rules by their form and by their examples')
    .argument('<file...>', 'JSON files of rules')
    .option('--actors <file>', 'JSON file of actors beside the built-in ones; can be given again', collect)
    .option('-t, --target <talks>', 'the talks that the examples are about, by name or as a JSON file', collect)
    .addHelpText('after', '\nExample:\n  demarche rules check my-rules.json')
    .action(async (files, flags) => (await import('./commands/rules')).checkRuleFiles(files, flags, host))
  rules
    .command('list')
    .description('list the rules that have all the given words in id, kind, stance or pattern')
    .argument('[word...]')
    .option('--rules <file>', 'JSON file of rules beside the built-in ones; can be given again', collect)
    .option('--json', 'print the whole rules as JSON')
    .addHelpText('after', '\nExamples:\n  demarche rules list oppose boycott\n  demarche rules list modifier condition --json')
    .action(async (words, flags) => (await import('./commands/rules')).listRules(words, flags, host))
  withAnalyzerOptions(rules.command('explain'))
    .description('say which rules matched in a text, which of them counted for whom, and why the others did not')
    .argument('<text>', 'the text itself, or - for standard input')
    .option('-d, --date <day>', 'day of publication, YYYY-MM-DD')
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExample:\n  demarche rules explain "Iran did not welcome the Moscow talks."')
    .action(async (text, flags) => (await import('./commands/rules')).explainText(text, flags, host))
}

function addActors(program: Command, host: Host): void {
  program
    .command('actors')
    .description('find actors by name')
    .command('find')
    .description('print the actors that a name may mean')
    .argument('<name>', 'a name, place, code or id')
    .option('--actors <file>', 'JSON file of actors beside the built-in ones; can be given again', collect)
    .option('--json', 'print the whole actors as JSON')
    .addHelpText('after', '\nExamples:\n  demarche actors find Kabul\n  demarche actors find AFGGOV --json')
    .action(async (name, flags) => (await import('./commands/actors')).findActors(name, flags, host))
}

/** Adds what every command that analyses texts takes. */
function withAnalyzerOptions(command: Command): Command {
  return command
    .option('-t, --target <talks>', 'the talks, by name ("the Doha talks") or as a JSON file; can be given again', collect)
    .option('--rules <file>', 'JSON file of rules beside the built-in ones; can be given again', collect)
    .option('--actors <file>', 'JSON file of actors beside the built-in ones; can be given again', collect)
    .option('--model <file>', 'JSON file of a model, or "none" for rules alone; default: the built-in model')
    .option('--min-confidence <p>', 'below this probability a stance becomes none, 0 to 1; default 0', number)
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

function number(value: string): number {
  const parsed = Number(value)
  if (value.trim() === '' || !Number.isFinite(parsed)) throw new InvalidArgumentError('expected a number')
  return parsed
}

/** Commander's messages in one line, with what to do. */
function oneLine(text: string): string {
  const line = text
    .replace(/^error: /, '')
    .replace(/\s*\n+\s*/g, ' ')
    .trim()
  return `demarche: ${line}${/[.!?)]$/.test(line) ? '' : '.'} See demarche --help\n`
}

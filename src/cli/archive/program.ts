import type { Command } from 'commander'
import { Argument } from 'commander'
import type { Host } from '../host'

/** What the command line adds for every command that analyses texts, and how it reads numbers. */
interface Shared {
  readonly withAnalyzerOptions: (command: Command) => Command
  readonly number: (value: string) => number
}

/** Adds `demarche archive`. */
export function addArchive(program: Command, host: Host, { withAnalyzerOptions, number }: Shared): void {
  withAnalyzerOptions(program.command('archive'))
    .description(
      'analyse an archive: JSON Lines of {"id", "text", "title"?, "publishedAt"?} in, one report a line out, in the same order',
    )
    .addArgument(new Argument('<input>', 'a file, packed by gzip or not, or - for standard input'))
    .option('-o, --output <file>', 'where reports go; - is standard output', '-')
    .option('--rejects <file>', 'where lines go that cannot be used; default: OUTPUT.rejects.jsonl, or standard error')
    .option('--inline-errors', 'a line that cannot be used gives a line {"line", "error"} in the output')
    .option('--resume', 'go on where an earlier run ended, however it ended')
    .option('--force', 'begin anew where the output is there')
    .option('--no-screen', 'read texts that name no target, too')
    .option('--workers <n>', 'threads; default: one a core', number)
    .option('--id-field <name>', 'field of the id; default: id')
    .option('--text-field <name>', 'field of the text; default: text')
    .option('--title-field <name>', 'field of the headline; default: title')
    .option('--date-field <name>', 'field of the day of publication; default: publishedAt')
    .option('-q, --quiet', 'no progress bar and no summary')
    .addHelpText(
      'after',
      `
Examples:
  demarche archive news.jsonl.gz -o reports.jsonl
  demarche archive news.jsonl.gz -o reports.jsonl --resume
  zstdcat news.jsonl.zst | demarche archive - --text-field body --id-field url > reports.jsonl
  demarche archive - --inline-errors --quiet        one JSON line in, one out, for engines that pipe`,
    )
    .action(async (input, flags) => (await import('./run')).runArchive(input, flags, host))
}

#!/usr/bin/env node
import { runCommand } from './run'

// Whoever writes hears of it from the write itself.
process.stdout.on('error', () => undefined)

await runCommand(process.argv.slice(2), process)

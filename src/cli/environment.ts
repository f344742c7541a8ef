import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Exit codes of every command: 0 done, 1 faults found, 2 used wrongly, 3 Norma's own failure or a blocked plan. */
export const exitCodes = { done: 0, faults: 1, usage: 2, internal: 3 } as const

/** What the surroundings say: only the command line reads them. */
export const commandEnvironment = {
  engine: process.env['AWS_ENDPOINT_URL_DYNAMODB'],
  dataDir: process.env['NORMA_DATA'] ?? '.norma',
  channels: {
    smtpUrl: process.env['NORMA_SMTP_URL'],
    mailFrom: process.env['NORMA_MAIL_FROM'],
    telegramToken: process.env['NORMA_TELEGRAM_TOKEN'],
    telegramUrl: process.env['NORMA_TELEGRAM_URL'],
    allowLoopback: process.env['NORMA_ALLOW_LOOPBACK'] === 'yes',
  },
  hasColour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
} as const

/** Somebody used a command wrongly: the sentence says what to type instead. */
export class UsageError extends Error {}

/** Text of the rules to begin with: the named file, else pipelines.yaml here, else the one that comes with the product. */
export function rulesTextOf(file: string | undefined): string {
  if (file !== undefined && !existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  const here = file ?? 'pipelines.yaml'
  return readFileSync(existsSync(here) ? here : join(productFolder(), 'pipelines.yaml'), 'utf8')
}

/** Tells what went on behind, on standard error, so that the output of a command stays clean. */
export function tell(message: string, facts: Readonly<Record<string, unknown>>): void {
  const more = Object.keys(facts).length === 0 ? '' : ` ${JSON.stringify(facts)}`
  process.stderr.write(`${message}${more}\n`)
}

/** The folder that holds the product, from its sources or from its bundle. */
function productFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

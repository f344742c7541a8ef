import { commandEnvironment } from './environment'
import type { HelpWords } from './words/en-help'

/** Options that several commands have, as they are declared. */
export function sharedOptions({ lang, data, url, token_asks, three_formats }: HelpWords) {
  return {
    lang: ['--lang <lang>', lang],
    data: ['--data <dir>', data, { default: commandEnvironment.dataDir }],
    url: ['--url <address>', url],
    token: ['--token <token>', token_asks],
    format: ['--format <format>', three_formats, { default: 'pretty' }],
  } as const
}

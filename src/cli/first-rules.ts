import type { NormaOptions } from '#local/norma'
import { commandEnvironment, firstRulesPath, rulesTextOf } from './environment'
import { keepFirstFiles } from './release/files-beside'
import { say } from './say'
import type { Saying } from '#schemas/saying'

type FirstRules = Pick<NormaOptions, 'rulesText' | 'keepRuleFiles' | 'tellFounded'> & { readonly path: string }

/** What an empty data folder begins with: the named rules, else those of the language, and how it is told that they were used. */
export function firstRules(
  dataDir: string,
  file: string | undefined,
  tell: (said: Saying) => Promise<void>,
): FirstRules {
  const path = firstRulesPath(file, commandEnvironment.lang)
  const rulesText = rulesTextOf(path)
  return {
    path,
    rulesText,
    keepRuleFiles: keepFirstFiles(path, rulesText),
    tellFounded: () => tell(say('founded', { folder: dataDir, file: path })),
  }
}

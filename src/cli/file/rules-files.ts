import { existsSync, readFileSync, statSync } from 'node:fs'

import type { Saying } from '#schemas/saying'
import { fromStdin, UsageError } from '#cli/environment'
import { say } from '#cli/say'

/** A text of rules with the name it is told by. */
export type RulesFile = { readonly file: string; readonly text: string }

const standardInput = 0

/** Reads the named files, `-` from standard input; without a name `pipelines.yaml` here. */
export function readRulesFiles(named: readonly string[], stdinName: string | undefined): readonly RulesFile[] {
  const files = named.length === 0 ? ['pipelines.yaml'] : named
  const missing = files.filter((file) => file !== fromStdin && !existsSync(file))
  if (missing.length > 0) throw new UsageError(missingSentence(missing, named.length === 0))
  const folder = files.find((file) => file !== fromStdin && statSync(file).isDirectory())
  if (folder !== undefined) throw new UsageError(say('file_folder', { file: folder }))
  return files.map((file) =>
    file === fromStdin
      ? { file: stdinName ?? fromStdin, text: readFileSync(standardInput, 'utf8') }
      : { file, text: readFileSync(file, 'utf8') },
  )
}

function missingSentence(missing: readonly string[], isDefault: boolean): Saying {
  return isDefault ? say('no_rules_here') : say('file_missing', { files: missing })
}

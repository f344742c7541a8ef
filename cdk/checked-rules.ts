import { check } from '#config/check'
import type { Model } from '#schemas/model'

/** The model of the rules file. Throws with every fault of the rules file, so that nothing is deployed that publishing would refuse. */
export function checkedRules(text: string, file: string): Model {
  const { diagnostics, model } = check(text)
  if (model !== undefined) return model
  const faults = diagnostics.filter(({ severity }) => severity === 'error')
  const lines = faults.map(({ line, column, code, message, help }) => {
    const hint = help === undefined ? '' : ` ${help}`
    return `${file}:${line}:${column} error[${code}] ${message}${hint}`
  })
  throw new Error([`${file} has ${faults.length} faults:`, ...lines].join('\n'))
}

import type { Language } from '#schemas/language-names'
import { check } from '#config/check'
import { planRelease } from '#release/domain/release-plan'
import { planAsText } from '#release/domain/plan-text'
import { renamingOf } from '#domain/rules/renaming'
import type { Model } from '#schemas/model'
import { exampleCompany, inForce } from './example-company'

/** What `norma plan` prints for a change of the rules, in the example company. */
export function planTextOf(before: string, after: string, lang: Language): string {
  const [was, is] = [modelOf(before), modelOf(after)]
  const renamed = renamingOf(was, is, inForce + 1)
  const proposal = { from: inForce, before: was, after: is, renamed, renamings: [], hash: '', isSame: false, now: [] }
  const plan = planRelease(proposal, exampleCompany(was))
  return planAsText(plan, { file: 'pipelines.yaml', lang }).trimEnd()
}

function modelOf(text: string): Model {
  const { model } = check(text)
  if (model === undefined) throw new Error('The file has faults.')
  return model
}

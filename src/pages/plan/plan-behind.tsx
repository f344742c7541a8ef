import { directionName, placeName } from '#domain/rules/former-names'
import { queryOf } from '#pages/links.tsx'
import { PhoneTable } from '#pages/phone-table.tsx'
import type { PlanBehind } from '#usecases/plan/plan-behind'
import type { ProgressRow } from '#schemas/plan'

import { planValue, roughValue, type ShownPlan } from './plan-shown'
import { planTexts } from './texts/plan-texts'

const manyStages = 6

type Behind = ShownPlan & { readonly row: ProgressRow; readonly behind: PlanBehind }

/** Why a row stands where it stands: what is still missing, what its open deals are likely to bring, and what is late. */
export function PlanWhy(props: Behind) {
  const { ask, row, behind } = props
  const t = planTexts[ask.language]
  return (
    <section class="plan-why" aria-labelledby="why-title">
      <h3 id="why-title">{t.why}</h3>
      <Verdict {...props} />
      {behind.overdue === null || behind.overdue === 0 ? null : (
        <p class="warn small">
          {row.scope === 'employee' ? (
            <a href={`/app/team/${encodeURIComponent(row.id)}`}>{t.overdue(ask.format.number(behind.overdue))}</a>
          ) : (
            t.overdue(ask.format.number(behind.overdue))
          )}
        </p>
      )}
      {behind.stages.length === 0 ? <p class="empty">{t.nothingOpen}</p> : <Where {...props} />}
      {behind.isWhole ? null : <p class="small">{t.notWhole}</p>}
    </section>
  )
}

/** Whether what is open is enough, said in one sentence. */
function Verdict(props: Behind) {
  const { ask, row, behind } = props
  const t = planTexts[ask.language]
  if (row.gap === null || row.gap <= 0) return null
  const likely = behind.stages.reduce((sum, one) => sum + (one.likely ?? 0), 0)
  const [missing, comes] = [roughValue(props, row.gap), roughValue(props, likely)]
  const lacking = row.gap - likely
  return <p>{lacking > 0 ? t.notEnough(missing, comes, roughValue(props, lacking)) : t.enough(missing, comes)}</p>
}

/** Of many people the stages are many, and the people come first: they are folded. */
function Where(props: Behind) {
  if (props.row.scope === 'employee' || props.behind.stages.length <= manyStages) return <Stages {...props} />
  return (
    <details>
      <summary>{planTexts[props.ask.language].byStage}</summary>
      <Stages {...props} />
    </details>
  )
}

function Stages(props: Behind) {
  const { ask, seen, row, behind } = props
  const t = planTexts[ask.language]
  return (
    <PhoneTable ask={ask} labelledBy="why-title" rows={behind.stages.length}>
      <table class="cards-on-phone">
        <thead>
          <tr>
            <th scope="col">{t.stage}</th>
            <th scope="col" class="number">
              {t.open}
            </th>
            <th scope="col" class="number">
              {t.openSum}
            </th>
            <th scope="col" class="number">
              {t.likely}
            </th>
          </tr>
        </thead>
        <tbody>
          {behind.stages.map((one) => (
            <tr>
              <th scope="row">
                <StageName model={props.model} one={one} />
              </th>
              <td class="number" data-name={t.open}>
                <a href={dealsAddress(row, one)}>{ask.format.number(one.count)}</a>
              </td>
              <td class="number" data-name={t.openSum}>
                {ask.format.money(one.sumMinor, seen.currency)}
              </td>
              <td class="number lead">{planValue(props, one.likely)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PhoneTable>
  )
}

function StageName({
  model,
  one,
}: Pick<ShownPlan, 'model'> & { readonly one: { readonly pipeline: string; readonly stage: string } }) {
  return (
    <>
      {placeName(model, one) ?? one.stage}
      <span class="source">{directionName(model, one.pipeline) ?? one.pipeline}</span>
    </>
  )
}

/** The deals of a stage that belong to the row, the largest first. */
function dealsAddress({ scope, id }: ProgressRow, { pipeline, stage }: { pipeline: string; stage: string }): string {
  const whose = scope === 'employee' ? `;owner=${id}` : scope === 'department' ? `;department=${id}` : ''
  const where = `status=open;direction=${pipeline};stage=${stage}${whose}`
  return `/app/deals?${queryOf({ where, sort: '-fields.amount' })}`
}

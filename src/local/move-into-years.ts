import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

import { bounds, monthOf, periodAfter, periodsContaining } from '#domain/time/period'
import type { Ports } from '#ports/ports'
import { moveIntoYears, type Former } from '#store/plan/into-years'

/** Months around the present in which a company may have facts or targets. */
const monthsAround = 180

/** Brings a folder of an earlier Norma up to date: what is read by the year is kept by the year. */
export function intoYears(document: DynamoDBDocumentClient, table: string, ports: Ports): Promise<number> {
  return moveIntoYears({ document, table }, () => whereItMayBe(ports))
}

async function whereItMayBe({ rules, clock }: Ports): Promise<Former> {
  const [{ model }, versions] = await Promise.all([rules.current(), rules.versions()])
  const all = await Promise.all(versions.map(({ version }) => rules.version(version)))
  const now = monthOf(model.calendar.timezone, clock.now())
  const months = Array.from({ length: 2 * monthsAround + 1 }, (_, index) => periodAfter(now, index - monthsAround))
  const periods = months.flatMap((month) =>
    Object.values(periodsContaining(bounds(month, 1).from, model.plan.yearStarts)),
  )
  return {
    months,
    periods: [...new Set(periods)],
    pipelines: [...new Set([model, ...all.map((one) => one.model)].flatMap((one) => Object.keys(one.pipelines)))],
  }
}

import { isDate } from '#domain/time/days'
import { Refusal } from '#domain/kernel/refusal'
import { leakOf } from '#clients/usecases/reading/read-leak'
import { langOf, RefusedUsage, today, UsageError } from '#cli/environment'
import { printSaid, say } from '#cli/say'
import { withNorma } from '#cli/with-norma'

type Options = {
  readonly data: string
  readonly employee?: string
  readonly from?: string
  readonly to?: string
  readonly format?: string
  readonly lang?: string
}

/** `norma leak`: whose data somebody has read in a time, and how many people that are, for the notice after a leak. */
export async function leakCommand(options: Options): Promise<void> {
  const { employee, from, to = today(), format = 'table' } = options
  if (employee === undefined || !isDate(from) || !isDate(to)) throw new UsageError(say('leak_usage'))
  if (format !== 'table' && format !== 'json') throw new UsageError(say('leak_format', { written: format }))
  const found = await withNorma(options.data, ({ ports }) => leakOf(ports, { employee, from, to })).catch(
    (error: unknown) => {
      if (error instanceof Refusal) throw new RefusedUsage(error)
      throw error
    },
  )
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`)
    return
  }
  const { people, companies, gone, reveals, rows, searches, files, items } = found
  const lang = langOf(options.lang)
  for (const { name = '', client, firstAt, lastAt } of items)
    process.stdout.write(`${client}  ${firstAt.slice(0, 10)}  ${lastAt.slice(0, 10)}  ${name}\n`)
  for (const { at, what, format: written, rows: taken } of files)
    process.stdout.write(`${at}  ${what}.${written}  ${taken}\n`)
  await printSaid(
    lang,
    say('leak_sum', { persons: people, companies, gone, reveals, rows, searches, taken: files.length }),
  )
}

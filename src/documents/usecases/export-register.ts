import type { RegisterRow } from '#documents/domain/register/register-rows'
import type { Caller } from '#domain/kernel/access'
import type { Ports } from '#ports/ports'
import type { RegisterQuery } from '#schemas/documents/register'
import type { ExportEntry } from '#schemas/report'
import { refuseExport } from '#usecases/people/refuse-export'
import { readRegister } from './read-register'

type Needs = Pick<Ports, 'clock' | 'documents' | 'ids' | 'money' | 'people' | 'reports' | 'rules'>

/** The rows of the register for a file. That it was taken out is on record before it is given away. */
export async function exportRegister(
  ports: Needs,
  caller: Caller,
  { asked, format }: { readonly asked: Omit<RegisterQuery, 'lang'>; readonly format: ExportEntry['format'] },
): Promise<{ readonly name: string; readonly rows: readonly RegisterRow[] }> {
  refuseExport(caller)
  const { year, rows } = await readRegister(ports, caller, asked)
  await ports.reports.noteExport({
    id: ports.ids.next('exp'),
    at: ports.clock.now(),
    by: caller.actor.id,
    what: 'register',
    format,
    filters: Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)])),
    rows: rows.length,
  })
  return { name: `norma-register-${year}.${format}`, rows }
}

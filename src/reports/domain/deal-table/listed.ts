import { withComputed } from '#domain/formula/formula'
import { PackedRow, type Pack } from '#reports/domain/packed-row'
import { rowInWords } from '#reports/domain/called'
import type { Opened } from '#reports/domain/opened-shelf'
import type { ListedRow } from '#reports/domain/rows'
import type { FieldValue, Model } from '#schemas/model'

/** A deal of the table: its row, and its fields, computed ones too, which are looked up when they are asked for. */
export type Listed = { readonly row: ListedRow; readonly field: (id: string) => FieldValue | undefined }

type Values = Readonly<Record<string, FieldValue>>
type Fields = Model['fields']

// A pack never changes: what was once taken apart of it is kept as long as it is itself, for the rules it was made by.
const keptValues = new WeakMap<Pack, { readonly fields: Fields; readonly values: (Values | undefined)[] }>()

/** Every deal on some shelves, what is packed first, then what is told anew. */
export function* listedOn(shelves: readonly Opened[], fields: Fields): Generator<Listed, void, undefined> {
  for (const shelf of shelves) for (const pack of shelf.packs('listed')) yield* listedIn(pack, shelf, fields)
  for (const { told, called } of shelves) {
    for (const one of told.flatMap((say) => say('listed'))) {
      const row = rowInWords(one, called)
      let values: Values | undefined
      yield { row, field: (id) => (values ??= valuesIn(row, fields))[id] }
    }
  }
}

function* listedIn(
  pack: Pack,
  { entries, isDead, called }: Opened,
  fields: Fields,
): Generator<Listed, void, undefined> {
  const values = valuesOf(pack, fields)
  for (let no = 0; no < pack.rows; no += 1) {
    if (isDead.size > 0 && isDead.has(pack.columns.entry.at(no) as number)) continue
    const row = new PackedRow(pack.columns, no, entries, called) as unknown as ListedRow
    yield { row, field: (id) => (values[no] ??= valuesIn(row, fields))[id] }
  }
}

function valuesOf(pack: Pack, fields: Fields): (Values | undefined)[] {
  const known = keptValues.get(pack)
  if (known?.fields === fields) return known.values
  const values: (Values | undefined)[] = []
  keptValues.set(pack, { fields, values })
  return values
}

function valuesIn(row: ListedRow, fields: Fields): Values {
  const written = JSON.parse(row.fields) as Values
  return hasFormulas(fields) ? withComputed(fields, written, row.currency) : written
}

const keptFormulas = new WeakMap<Fields, boolean>()

function hasFormulas(fields: Fields): boolean {
  const known = keptFormulas.get(fields)
  if (known !== undefined) return known
  const found = Object.values(fields).some(({ formula }) => formula !== undefined)
  keptFormulas.set(fields, found)
  return found
}

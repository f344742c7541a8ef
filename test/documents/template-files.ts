import PizZip from 'pizzip'

import { p, table, wordFile } from '#scripts/templates/word-file'
import type { Printed, PrintedValue } from '#schemas/documents/printed'

const run = (text: string, look = ''): string => `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A template as Word leaves it: names cut into pieces by bold letters, marks of its speller and a bookmark. */
export function splitTemplate(): Uint8Array {
  const split = `<w:p>${run('Договор № {num')}<w:proofErr w:type="spellStart"/>${run('ber', '<w:rPr><w:b/></w:rPr>')}<w:bookmarkStart w:id="0" w:name="x"/>${run('}')}<w:bookmarkEnd w:id="0"/>${run(' с {client.legal_')}${run('name}')}</w:p>`
  const header = `<w:p>${run('{sel')}${run('ler.name}')}</w:p>`
  const rows = [
    [p('Что'), p('Сумма')].map((of) => ({ of })),
    [p('{#lines}{no}. {name}'), p('{sum|money}{/lines}')].map((of) => ({ of })),
  ]
  const body = [
    split,
    table([5000, 3000], rows),
    p('{#discount}Скидка {discount}{/discount}{^discount}Без скидки{/discount}'),
    p('Итого {total|money} ({total|words}), {client.address}, {nothing}'),
  ]
  return wordFile(body, { header })
}

/** A Word file whose text is these paragraphs. */
export function templateOf(...paragraphs: readonly string[]): Uint8Array {
  return wordFile(paragraphs.map((text) => p(text)))
}

/** A Word file with another part in it, or another text for one. */
export function withPart(file: Uint8Array, name: string, content: string | Uint8Array): Uint8Array {
  const zip = new PizZip(file)
  zip.file(name, content)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

/** Everything that a contract prints. */
export function aPrinted(values: Readonly<Record<string, PrintedValue>> = {}, lines = 2): Printed {
  return {
    language: 'ru',
    values: {
      number: ['text', 'Д-2026-001'],
      date: ['date', '2026-02-01'],
      'client.legal_name': ['text', 'ООО «Ромашка & <сыновья>»'],
      'client.address': ['text', 'Москва,\nПесчаная ул., 1'],
      'seller.name': ['text', 'ООО «Норма Пример»'],
      discount: ['percent', null],
      total: ['money', 12_000_000],
      ...values,
    },
    lists: {
      lines: Array.from({ length: lines }, (_, at) => ({
        no: ['number', at + 1] as const,
        name: ['text', `Станок {${at + 1}}`] as const,
        sum: ['money', 6_000_000] as const,
      })),
    },
    forms: {},
  }
}

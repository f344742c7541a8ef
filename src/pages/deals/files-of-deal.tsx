import type { AttachedFile } from '#schemas/attached'
import type { FieldValue } from '#schemas/deal'
import type { Language } from '#schemas/language-names'

import { fieldTexts } from './texts/fields'

/** The files of the deal, to choose one from for a field of files. */
export function FilesOfDeal({
  value,
  language,
  field,
  name = `fields.${field.id}`,
  files = [],
}: {
  readonly value: FieldValue
  readonly language: Language
  readonly field: { readonly id: string }
  readonly name?: string
  readonly files?: readonly AttachedFile[] | undefined
}) {
  if (files.length === 0) return null
  const t = fieldTexts[language]
  return (
    <select aria-label={t.fromFiles} data-fills={name}>
      <option value="">{t.fromFiles}</option>
      {files.map((file) => {
        const address = `/app/deals/${file.subject.id}/files/${file.id}`
        return (
          <option value={address} selected={address === value}>
            {file.name}
          </option>
        )
      })}
    </select>
  )
}

import type { Language } from '#schemas/language-names'

import { fileInputTexts } from './texts/file-input'

/**
 * One file that a form asks for, under `file`: a button in the reader’s language and the name of what was chosen beside it. A
 * browser words its own button by the language it was installed in.
 */
export function FileInput(parts: { readonly label: string; readonly language: Language; readonly accept?: string }) {
  const t = fileInputTexts[parts.language]
  return (
    <div class="field file-input">
      <span class="label">{parts.label}</span>
      <div class="row">
        <label class="button secondary">
          {t.choose}
          <input type="file" name="file" class="hidden" required accept={parts.accept} aria-label={parts.label} />
        </label>
        <span class="quiet" data-chosen={t.none} role="status">
          {t.none}
        </span>
      </div>
    </div>
  )
}

import { parentPort } from 'node:worker_threads'

import { check } from '#config/check'
import type { Language } from '#schemas/language-names'

/** Checks the one text that is sent, beside the process that answers people, and says what was found out. */
parentPort?.once('message', ({ text, lang }: { readonly text: string; readonly lang: Language }) => {
  const { diagnostics, model } = check(text, { lang })
  parentPort?.postMessage({ diagnostics, model })
})

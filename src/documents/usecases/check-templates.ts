import { checkTemplate, partOf, type TemplateFault } from '#documents/domain/template/check-template'
import { knownValues } from '#documents/domain/template/known-values'
import { notFilledBefore } from '#documents/domain/template/not-filled'
import { documentSaying } from '#documents/words/document-refusal'
import { namedFiles } from '#domain/rules/named-files'
import type { Diagnostic, DocumentKind, Model, Origin } from '#schemas/model'
import type { Language } from '#schemas/language-names'
import type { Saying } from '#schemas/saying'
import { isZipFault, unpackZip, type Unpacked } from '#usecases/files/unpack-zip'
import { unfitTemplate } from './unfit-template'
import { worded } from './worded'

type Finding = {
  readonly at: Origin
  readonly code: string
  readonly severity: Diagnostic['severity']
  readonly about: Saying
  readonly help?: Saying
}

/**
 * Every fault of the templates that rules name, placed where they name them, in a language: files that are not there or no
 * Word file, braces, names, and what is printed although nobody has to fill it.
 */
export async function checkTemplates(
  model: Model,
  read: (path: string) => Promise<Uint8Array | undefined>,
  language: Language,
): Promise<readonly Diagnostic[]> {
  const found = await Promise.all(namedFiles(model).map(async (path) => findingsOf(path, await read(path), model)))
  return Promise.all(
    found
      .flat()
      .toSorted((a, b) => a.at.line - b.at.line)
      .map((one) => diagnosticOf(one, language)),
  )
}

function findingsOf(path: string, bytes: Uint8Array | undefined, model: Model): readonly Finding[] {
  const kinds = Object.values(model.documents ?? {}).filter(({ template }) => template === path)
  const [first] = kinds
  if (first === undefined) return []
  const whole = (about: Saying): readonly Finding[] => [
    { at: first.templateAt, code: 'unknown-template', severity: 'error', about, help: documentSaying('save_as_docx') },
  ]
  if (bytes === undefined) {
    const help = documentSaying('put_template', { path })
    const about = documentSaying('no_template', { path })
    return [{ at: first.templateAt, code: 'unknown-template', severity: 'error', about, help }]
  }
  const unpacked = unpackZip(bytes)
  const unfit = unfitTemplate(path, unpacked)
  if (unfit !== undefined || isZipFault(unpacked)) return whole(unfit ?? documentSaying('no_template', { path }))
  return inside(path, unpacked, { kinds, model })
}

function inside(
  path: string,
  unpacked: Unpacked,
  { kinds, model }: { readonly kinds: readonly DocumentKind[]; readonly model: Model },
): readonly Finding[] {
  const decoder = new TextDecoder()
  const texts = [...unpacked].filter(([name]) => partOf(name) !== undefined)
  const parts = new Map(texts.map(([name, bytes]) => [name, decoder.decode(bytes)]))
  const { faults, uses } = checkTemplate(parts, knownValues(model))
  const [first] = kinds
  if (first === undefined) return []
  const told = faults.map((fault): Finding => {
    const help = helpFor(fault)
    return {
      at: first.templateAt,
      code: fault.is === 'unknown_field' ? 'template-unknown-field' : 'template-fault',
      severity: fault.is === 'never_empty' ? 'warning' : 'error',
      about: documentSaying('template_fault', { path, ...placeOf(fault), is: fault.is, written: fault.written }),
      ...(help === undefined ? {} : { help }),
    }
  })
  const unfilled = kinds.flatMap((kind): readonly Finding[] => {
    const names = notFilledBefore(kind, uses, model)
    if (names.length === 0) return []
    return [
      {
        at: kind.templateAt,
        code: 'template-not-filled-before',
        severity: 'warning',
        about: documentSaying('not_filled', { path, names }),
        help: documentSaying('add_needs', { names: [...kind.needs, ...names] }),
      },
    ]
  })
  return [...told, ...unfilled]
}

function placeOf({ part, paragraph, row, around }: TemplateFault) {
  return { inPart: part, paragraph, row: row ?? 0, around }
}

function helpFor({ is, near, known }: TemplateFault): Saying | undefined {
  if (is === 'crossed_parts') return documentSaying('close_first', { text: near ?? '' })
  if (near?.startsWith('#') === true) return documentSaying('within_list', { text: near.slice(1) })
  if (near !== undefined) return documentSaying('did_you_mean', { text: near })
  if (known !== undefined) return documentSaying('it_can_be', { known })
  return documentSaying('see_words', { is })
}

async function diagnosticOf({ at, code, severity, about, help }: Finding, language: Language): Promise<Diagnostic> {
  const say = (one: Saying): Promise<string> => worded(one, language)
  return {
    line: at.line,
    column: at.column,
    endLine: at.line,
    endColumn: at.column + 1,
    severity,
    code,
    message: await say(about),
    ...(help === undefined ? {} : { help: await say(help) }),
  }
}

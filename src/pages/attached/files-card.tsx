import { isPicture, isShown } from '#domain/files/content-type'
import { mostFileBytes } from '#domain/files/file-limits'
import type { AttachedFile } from '#schemas/attached'

import type { PageAsk } from '#pages/page.tsx'
import { attachedTexts } from './texts/attached'

export type FilesParts = {
  readonly ask: PageAsk
  /** Where the API takes files of the subject: `/deals/x/files`. */
  readonly path: string
  readonly files: readonly AttachedFile[]
  readonly mayRemove: (file: AttachedFile) => boolean
}

/** The files of a subject: pictures and PDF are shown, everything else is downloaded; new ones are dropped, pasted or chosen. */
export function FilesCard(parts: FilesParts) {
  const { ask, path, files } = parts
  const t = attachedTexts[ask.language]
  return (
    <section class="card files" aria-labelledby="files-title" id="files" data-takes-files={path}>
      <header>
        <h2 id="files-title">{t.files}</h2>
        {files.length === 0 ? null : <span class="badge">{ask.format.number(files.length)}</span>}
      </header>
      {files.length === 0 ? <p class="quiet">{t.noFiles}</p> : null}
      <ul class="file-list">
        {files.map((file) => (
          <OneFile {...parts} file={file} />
        ))}
      </ul>
      <FileWords language={ask.language} />
      <div class="row">
        <label class="button secondary">
          {t.choose}
          <input type="file" multiple class="hidden" data-files />
        </label>
        <label class="button secondary phone-only">
          {t.photo}
          <input type="file" accept="image/*" capture="environment" class="hidden" data-files />
        </label>
      </div>
      <p class="quiet small">
        <span class="by-keys">{t.drop} </span>
        {t.most}
      </p>
    </section>
  )
}

function FileWords({ language }: Pick<PageAsk, 'language'>) {
  const t = attachedTexts[language]
  return (
    <div
      hidden
      data-file-words
      data-most={mostFileBytes}
      data-sending={t.sending('{name}')}
      data-added={t.added('{name}')}
      data-not-sent={t.notSent('{name}')}
      data-too-large={t.tooLarge('{name}')}
      data-picture={t.picture}
    />
  )
}

function OneFile({ ask, path, file, mayRemove }: FilesParts & { readonly file: AttachedFile }) {
  const t = attachedTexts[ask.language]
  const address = `/app${path}/${file.id}`
  return (
    <li id={file.id}>
      {isPicture(file.type) ? (
        <a href={address} target="_blank" rel="noreferrer" class="thumb">
          <img src={address} alt={file.name} loading="lazy" />
        </a>
      ) : null}
      <p>
        {isShown(file.type) ? (
          <a href={address} target="_blank" rel="noreferrer">
            {file.name}
          </a>
        ) : (
          <a href={`${address}?as=attachment`}>{file.name}</a>
        )}
      </p>
      <p class="quiet small">
        {`${sizeOf(file.size, ask, t.units)} · ${ask.people.employees[file.by]?.name ?? file.by} · `}
        <time datetime={file.at}>{ask.format.moment(file.at)}</time>
      </p>
      <div class="row acts">
        {isShown(file.type) ? (
          <a class="link quiet" href={`${address}?as=attachment`}>
            {t.download}
          </a>
        ) : null}
        {mayRemove(file) ? (
          <form data-api={`DELETE ${path}/${file.id}`} data-done={t.removed} data-sure={t.removeFile(file.name)}>
            <button class="link quiet">
              {t.remove}
              <span class="hidden">{` ${file.name}`}</span>
            </button>
          </form>
        ) : null}
      </div>
    </li>
  )
}

type Units = (typeof attachedTexts)['en']['units']

function sizeOf(bytes: number, { format }: PageAsk, units: Units): string {
  if (bytes < 1024) return `${format.number(bytes)} ${units.bytes}`
  if (bytes < 1024 * 1024) return `${format.number(Math.round(bytes / 1024))} ${units.kilo}`
  return `${format.number(Math.round(bytes / 1024 / 102.4) / 10)} ${units.mega}`
}

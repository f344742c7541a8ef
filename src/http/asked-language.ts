import { languages, type Language } from '#schemas/language-names'

/** The language of ours that a browser asks for first (`Accept-Language`, RFC 9110), English where it asks for none. */
export function languageOf(header: string | undefined): Language {
  const asked = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const quality = parameters
      .find((one) => one.trim().startsWith('q='))
      ?.trim()
      .slice(2)
    return { tag: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) }
  })
  const known = asked
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => languages.find((language) => language === tag) ?? [])
  return known[0] ?? 'en'
}

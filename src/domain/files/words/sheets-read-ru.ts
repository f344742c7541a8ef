/** The same in Russian. */
export function sheetsReadRu({ name, names }: { readonly name: string; readonly names: readonly string[] }): string {
  return `Прочитан только лист «${name}». Чтобы загрузить ${names.map((one) => `«${one}»`).join(', ')}, сохраните каждый отдельным файлом.`
}

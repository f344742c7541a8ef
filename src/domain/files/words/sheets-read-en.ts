/** Of a workbook one sheet was read: `name`, and not `names`. */
export function sheetsReadEn({ name, names }: { readonly name: string; readonly names: readonly string[] }): string {
  return `The sheet “${name}” was read and no other: to load ${names.map((one) => `“${one}”`).join(', ')}, save each as a file of its own.`
}

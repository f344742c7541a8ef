const divider =
  /^[ \t]*-{2,}[ \t]*(?:начало )?(?:пересылаемо|переадресованно|перенаправленно|пересланно|forwarded message)[^\r\n]*$/imu

/** How some programs head what they forward: “12.11.2026, 10:15, "Пётр" <petr@…>:”. */
const oneLine = /^\s*(\S[^\r\n<>]{4,60}?\d{1,2}:\d{2}),?\s+"?([^"<>\r\n]{0,100}?)"?\s*<([^<>\s]+@[^<>\s]+)>:?[ \t]*$/mu

/** Nobody’s name and address are longer together; a longer line is not tried, for that takes long. */
const longestHead = 300

/** A forwarded mail in the words that its reader knows: the outermost divider, and who wrote when as heads of their own. */
export function knownForward(text: string): { readonly text: string; readonly isForward: boolean } {
  const found = divider.exec(text)
  if (found === null) return { text, isForward: false }
  const above = text.slice(0, found.index)
  const below = text.slice(found.index + found[0].length)
  const first = below.trimStart().split(/\r?\n/, 1)[0] ?? ''
  const headed =
    first.length <= longestHead && oneLine.test(first)
      ? below.replace(oneLine, (_, at: string, name: string, address: string) => {
          return `From: ${name} <${address}>\nDate: ${at}\nSubject: -\n`
        })
      : below
  return { text: `${above}---------- Forwarded message ---------${headed}`, isForward: true }
}

/** An element of a file of 1C with what is in it; names are without their prefix. */
export type XmlNode = { readonly name: string; readonly text: string; readonly children: readonly XmlNode[] }

/** The first child of a name. */
export function childOf({ children }: XmlNode, name: string): XmlNode | undefined {
  return children.find((one) => one.name === name)
}

/** The children of a name within the first child of another. */
export function childrenIn(node: XmlNode, list: string, name: string): readonly XmlNode[] {
  return childOf(node, list)?.children.filter((one) => one.name === name) ?? []
}

/** What a child says, without blanks around it; empty where there is none. */
export function textIn(node: XmlNode, name: string): string {
  return childOf(node, name)?.text.trim() ?? ''
}

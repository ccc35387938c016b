/** An element of an XML text: its name, its attributes, and either a text or the elements inside it. */
export interface XmlElement {
  name: string
  attributes?: Readonly<Record<string, string>>
  content: string | readonly XmlElement[]
}

/**
 * An element as XML 1.0 without a namespace, a declaration or a character outside ASCII: other letters are character references, so that no
 * program can mistake the encoding. Names of elements and attributes must be plain words.
 */
export function xmlText({ name, attributes = {}, content }: XmlElement): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const inner = typeof content === 'string' ? escaped(content) : content.map(xmlText).join('')
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`
}

const special = /[^ !#-%'-;=?-~]/gu

/** A text with every character that is not plain ASCII, or that means something to XML, as a reference. */
function escaped(text: string): string {
  return text.replace(special, (character) => {
    const code = character.codePointAt(0) as number
    return isLegal(code) ? `&#${code};` : '&#65533;'
  })
}

/** Whether XML 1.0 can hold a character at all; of the rest not even a reference is well-formed. Source: XML 1.0, production 2. */
function isLegal(code: number): boolean {
  const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d
  return !isControl && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}

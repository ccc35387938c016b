import t from 'tap'
import { asciiOnly, printable, visible } from '../../../src/formats/terminal/printable.ts'

t.test('a text for a terminal has one line and nothing that moves, colours or reorders', async (t) => {
  const known: [string, string][] = [
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]0;title\u0007after', 'after'],
    ['\u001b]8;;http://x\u0007link\u001b]8;;\u0007', 'link'],
    ['\u009b2Jclear', 'clear'],
    ['bell\u0007', 'bell�'],
    ['back\u0008space', 'back�space'],
    ['two\r\nlines\u2028three', 'two lines three'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['half \ud800', 'half �'],
    ['Łódź 児童 👨‍👩‍👧', 'Łódź 児童 👨‍👩‍👧'],
  ]
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const unsafe = /[\u0000-\u001f\u007f-\u009f]/
  for (const [at, [text, shown]] of known.entries()) {
    t.equal(printable(text), shown, `text ${at}`)
    t.notOk(unsafe.test(visible(text)))
    t.equal(visible(text).length, text.length, 'a line of a file keeps every character at its place')
  }
})

t.test('plain ASCII', async (t) => {
  t.equal(asciiOnly('−£1,234 · “café” … nobody’s'), '-GBP 1,234 - "cafe" ... nobody\'s')
  t.equal(asciiOnly('児█'), '??')
})

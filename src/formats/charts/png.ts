import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

const family = 'Arimo'
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/arimo/package.json'))
const fontFiles = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map((file) => join(fonts, file))

/**
 * A chart as a PNG so many pixels wide, for documents that take no SVG. Its type is set in Arimo, whatever fonts the machine has, so that it is
 * the same everywhere. Throws where the text is no SVG.
 */
export function pngOf(svg: string, width: number): Uint8Array {
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: family, sansSerifFamily: family }
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, background: 'white', font }).render().asPng()
}

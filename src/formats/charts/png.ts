import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { pngFile } from './png-file.ts'

const family = 'Arimo'
const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/arimo/package.json'))
const fontFiles = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map((file) => join(fonts, file))

/**
 * A chart as a PNG so many pixels wide, for documents that take no SVG. Its type is set in Arimo, whatever fonts the machine has, so that it is
 * the same everywhere; several are drawn side by side. Throws where the text is no SVG.
 */
export async function pngOf(svg: string, width: number): Promise<Uint8Array> {
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: family, sansSerifFamily: family }
  return pngFile(await renderAsync(svg, { fitTo: { mode: 'width', value: width }, background: 'white', font }))
}
